/**
 * Room that serves pair after pair: the room given where it is large enough, else twice as much. Each piece of memory asked for
 * outside the heap costs more than what is worked out in it.
 */
export function roomFor<A extends Float32Array | Uint32Array | Float64Array>(room: A, size: number): A;
export function roomFor(room: Float32Array | Uint32Array | Float64Array, size: number): Float32Array | Uint32Array | Float64Array {
  if (room.length >= size) return room;
  if (room instanceof Float32Array) return new Float32Array(2 * size);
  return room instanceof Uint32Array ? new Uint32Array(2 * size) : new Float64Array(2 * size);
}
