/**
 * Somebody else's transaction changed, and committed, what this one had read and was about to write: thrown by
 * repositories, so that the body runs again and decides on what is there now.
 */
export class Overtaken extends Error {
  constructor(what: string) {
    super(`${what} was changed by another transaction since it was read`);
  }
}
