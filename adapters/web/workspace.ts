/** What the page's people and conversations are stored under. */
export const PLATFORM = 'web';
/** Everybody on the page is in one workspace. */
export const WORKSPACE = 'main';
