declare module 'virtual:duckdb-wasm' {
  const url: string;
  export default url;
}

declare module 'virtual:catalogue' {
  /** The address of the prepared catalogue; null while developing and where it could not be prepared. */
  const url: string | null;
  export default url;
}
