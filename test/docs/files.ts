import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Every file in these folders of the repository, by its path there. */
export function filesIn(folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name)),
  );
}
