/** What is to be placed: nodes by the room their labels take, in pixels, and the edges between them by index. */
export interface LayoutInput {
  nodes: readonly { width: number; height: number }[];
  edges: readonly { source: number; target: number; weight: number }[];
  width: number;
  height: number;
}

export interface Place {
  x: number;
  y: number;
}

const STEPS = 300;
/** How far repulsion reaches, in ideal lengths of an edge: without a limit the groups would be driven to the walls. */
const REACH = 2;
const SEPARATION_STEPS = 120;

/**
 * Places nodes in the plane: springs along the edges, repulsion between all (Fruchterman & Reingold 1991), spread over the
 * whole room; then labels that overlap are pushed apart. The same input gives the same places; all of them leave room for the label inside
 * `width` × `height`. About n² × 400 steps: meant for some dozens of nodes.
 */
export function layout({ nodes, edges, width, height }: LayoutInput): Place[] {
  const places = spiral(nodes.length, width, height);
  const ideal = 0.8 * Math.sqrt((width * height) / Math.max(1, nodes.length));
  for (let step = 0; step < STEPS; step++) {
    const moves = places.map(({ x, y }) => ({ x: (width / 2 - x) * 0.03, y: (height / 2 - y) * 0.03 }));
    repel(places, moves, ideal);
    attract(places, moves, edges, ideal);
    const most = (width / 8) * (1 - step / STEPS) + 0.5;
    places.forEach((place, i) => {
      const length = Math.hypot(moves[i]!.x, moves[i]!.y) || 1;
      const factor = Math.min(length, most) / length;
      place.x += moves[i]!.x * factor;
      place.y += moves[i]!.y * factor;
    });
    keepInside(places, nodes, width, height);
  }
  stretch(places, width, height);
  keepInside(places, nodes, width, height);
  for (let step = 0; step < SEPARATION_STEPS && separate(places, nodes); step++)
    keepInside(places, nodes, width, height);
  return places;
}

function spiral(count: number, width: number, height: number): Place[] {
  const golden = Math.PI * (3 - Math.sqrt(5));
  return Array.from({ length: count }, (_, i) => {
    const radius = 0.45 * Math.sqrt((i + 0.5) / count);
    return {
      x: width * (0.5 + radius * Math.cos(i * golden)),
      y: height * (0.5 + radius * Math.sin(i * golden)),
    };
  });
}

function repel(places: readonly Place[], moves: readonly Place[], ideal: number): void {
  for (let i = 0; i < places.length; i++) {
    for (let j = i + 1; j < places.length; j++) {
      const dx = places[i]!.x - places[j]!.x || 0.01 * (i - j);
      const dy = places[i]!.y - places[j]!.y || 0.01;
      const square = dx * dx + dy * dy;
      if (square > REACH * REACH * ideal * ideal) continue;
      const push = (ideal * ideal) / Math.max(1, square);
      shift(moves[i]!, moves[j]!, dx * push, dy * push);
    }
  }
}

function attract(
  places: readonly Place[],
  moves: readonly Place[],
  edges: LayoutInput['edges'],
  ideal: number,
): void {
  for (const { source, target, weight } of edges) {
    const dx = places[source]!.x - places[target]!.x;
    const dy = places[source]!.y - places[target]!.y;
    const pull = (weight * Math.hypot(dx, dy)) / ideal;
    shift(moves[source]!, moves[target]!, -dx * pull, -dy * pull);
  }
}

function shift(one: Place, other: Place, dx: number, dy: number): void {
  one.x += dx;
  one.y += dy;
  other.x -= dx;
  other.y -= dy;
}

/** Spreads the places over the room. */
function stretch(places: readonly Place[], width: number, height: number): void {
  for (const [axis, room] of [
    ['x', width],
    ['y', height],
  ] as const) {
    const least = Math.min(...places.map((place) => place[axis]));
    const span = Math.max(...places.map((place) => place[axis])) - least;
    if (span > 0) for (const place of places) place[axis] = ((place[axis] - least) / span) * room;
  }
}

/** Moves overlapping labels apart, along the axis where less is needed; false when there were none. */
function separate(places: readonly Place[], nodes: LayoutInput['nodes']): boolean {
  let moved = false;
  for (let i = 0; i < places.length; i++) {
    for (let j = i + 1; j < places.length; j++) {
      const dx = places[i]!.x - places[j]!.x;
      const dy = places[i]!.y - places[j]!.y;
      const overX = (nodes[i]!.width + nodes[j]!.width) / 2 - Math.abs(dx);
      const overY = (nodes[i]!.height + nodes[j]!.height) / 2 - Math.abs(dy);
      if (overX <= 0 || overY <= 0) continue;
      moved = true;
      if (overX < overY) shift(places[i]!, places[j]!, (Math.sign(dx) || 1) * (overX / 2 + 0.5), 0);
      else shift(places[i]!, places[j]!, 0, (Math.sign(dy) || 1) * (overY / 2 + 0.5));
    }
  }
  return moved;
}

function keepInside(
  places: readonly Place[],
  nodes: LayoutInput['nodes'],
  width: number,
  height: number,
): void {
  places.forEach((place, i) => {
    const side = Math.min(width, nodes[i]!.width) / 2;
    const top = Math.min(height, nodes[i]!.height) / 2;
    place.x = Math.min(width - side, Math.max(side, place.x));
    place.y = Math.min(height - top, Math.max(top, place.y));
  });
}
