import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { editorSchemas } from '../../src/content/editor-schemas.ts';
import { FOLDERS, filesOf } from './files.ts';

const folder = resolve(FOLDERS.mel, '../schemas');

test('the schemas for editors are those of the code', () => {
  for (const [name, text] of Object.entries(editorSchemas()))
    expect(readFileSync(`${folder}/${name}`, 'utf8')).toBe(text);
});

describe('every file of content tells editors its schema', () => {
  test.each(Object.entries(FOLDERS))('%s', (name, root) => {
    for (const [file, text] of Object.entries(filesOf(name as keyof typeof FOLDERS))) {
      const path = /^# yaml-language-server: \$schema=(.+)$/m.exec(text)?.[1] ?? 'none';
      const schema = resolve(root, dirname(file), path);
      expect(existsSync(schema), `${file} → ${path}`).toBe(true);
      expect(dirname(schema)).toBe(folder);
    }
  });
});
