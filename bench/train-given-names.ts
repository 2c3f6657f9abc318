/**
 * `npx tsx bench/train-given-names.ts FAKER`: makes src/core/text/data/given-names.ts.
 *
 * FAKER is the folder of the unpacked npm package @faker-js/faker (MIT): `npm pack NAME && tar xzf …`. It is not needed to run
 * Briefwire, or to build it. Kept are the given names that its languages in Latin letters have for women alone, or for men alone.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { foldName } from '../src/core/text/gender.ts';

interface Locale {
  readonly person?: { readonly first_name?: Partial<Record<'female' | 'male', readonly string[]>> };
}

const SHORTEST = 3;

function isName(name: string): boolean {
  return name.length >= SHORTEST && /^[a-z]+$/.test(name);
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('say where the unpacked package @faker-js/faker is');
const { allLocales } = (await import(pathToFileURL(join(folder, 'dist/index.js')).href)) as {
  allLocales: Readonly<Record<string, Locale>>;
};
const names = { female: new Set<string>(), male: new Set<string>() };
for (const { person } of Object.values(allLocales))
  for (const sex of ['female', 'male'] as const)
    for (const name of person?.first_name?.[sex] ?? []) names[sex].add(foldName(name));

/** Sorted, in lines of a readable length. */
function render(one: ReadonlySet<string>, other: ReadonlySet<string>): string {
  const kept = [...one].filter((name) => isName(name) && !other.has(name)).sort();
  return kept.join(' ').replace(/(.{150,}?) /g, '$1\n');
}

writeFileSync(
  new URL('../src/core/text/data/given-names.ts', import.meta.url),
  `/** Given names of women alone and of men alone, folded. Made by \`npx tsx bench/train-given-names.ts\` from @faker-js/faker (MIT); do not edit. */
const WOMEN = \`
${render(names.female, names.male)}
\`;

const MEN = \`
${render(names.male, names.female)}
\`;

const read = (names: string): ReadonlySet<string> => new Set(names.trim().split(/\\s+/));

export const NAMES_OF_WOMEN = read(WOMEN);
export const NAMES_OF_MEN = read(MEN);
`,
);
