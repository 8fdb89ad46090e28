/** `npm start`. */
import './compiled.ts';

await import('./start.ts');
