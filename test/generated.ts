import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Text files that the program writes about itself, by path from the root of the repository. */
export async function generatedFiles(): Promise<ReadonlyMap<string, string>> {
  const [{ editorSchemas }, { reportSchemas }, { envExample }] = await Promise.all([
    import('../src/content/editor-schemas.ts'),
    import('../src/report/schemas.ts'),
    import('../src/config.ts'),
  ]);
  return new Map([
    ...inFolder('prompts/schemas', editorSchemas()),
    ...inFolder('src/report/schemas', reportSchemas()),
    ['.env.example', envExample()],
  ]);
}

/** Folders that hold generated files only: any other file in them is left over. */
export function leftOver(files: ReadonlyMap<string, string>): readonly string[] {
  return ['prompts/schemas', 'src/report/schemas']
    .filter((folder) => existsSync(join(ROOT, folder)))
    .flatMap((folder) => readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`))
    .filter((path) => !files.has(path));
}

const inFolder = (folder: string, files: Record<string, string>): [string, string][] =>
  Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]);
