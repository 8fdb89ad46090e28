/** The page's files, read once; each under a name that changes with it, so that browsers may keep it for good. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Answer } from './http/answer.ts';
import type { Assets } from './view/frame.ts';

const TYPES = {
  style: ['page.css', 'text/css; charset=utf-8'],
  script: ['page.js', 'text/javascript; charset=utf-8'],
  icon: ['icon.svg', 'image/svg+xml'],
  board: ['board.js', 'text/javascript; charset=utf-8'],
} as const;

export interface AssetFiles extends Assets {
  /** null when there is no such file. */
  serve(path: string): Answer | null;
}

export function readAssets(): AssetFiles {
  const served = new Map<string, Answer>();
  const add = ([name, type]: readonly [string, string]): string => {
    const body = readFileSync(new URL(`./assets/${name}`, import.meta.url));
    const [stem, extension] = name.split('.');
    const path = `/assets/${stem}.${createHash('sha256').update(body).digest('hex').slice(0, 12)}.${extension}`;
    served.set(path, {
      status: 200,
      headers: { 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable' },
      body,
    });
    return path;
  };
  return {
    style: add(TYPES.style),
    script: add(TYPES.script),
    icon: add(TYPES.icon),
    board: add(TYPES.board),
    serve: (path) => served.get(path) ?? null,
  };
}
