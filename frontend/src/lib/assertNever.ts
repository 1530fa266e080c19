/** A new kind on the server has to be handled here before it compiles. */
export function assertNever(value: never): never {
  throw new Error(`unhandled: ${JSON.stringify(value)}`);
}
