/** `npm run demo`. */
import '../compiled.ts';

await import('./play.ts');
