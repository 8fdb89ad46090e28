// npm run generate: writes the generated text files, and removes those that nothing generates any more.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generatedFiles, leftOver, ROOT } from './generated.ts';

const files = await generatedFiles();
for (const [path, text] of files) {
  const file = join(ROOT, path);
  if (read(file) === text) continue;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(`wrote ${path}`);
}
for (const path of leftOver(files)) {
  rmSync(join(ROOT, path));
  console.log(`removed ${path}`);
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
