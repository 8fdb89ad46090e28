/** `npm start`. */
import './compiled.ts';
import { beginLean } from './lean.ts';

beginLean();
await import('./start.ts');
