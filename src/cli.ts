#!/usr/bin/env node
/** `npx tour`. */
import './compiled.ts';

await import('./tour.ts');
