declare module 'virtual:duckdb-wasm' {
  const url: string;
  export default url;
}
