/** Governments by the towns where they sit, as news calls them: "Washington threatened …" is what the US threatened. */
import { parseTerms } from '../../search/query.ts';

const SEATS: ReadonlyMap<string, readonly (readonly string[])[]> = new Map(
  Object.entries({
    washington: ['US', 'USA', 'United States', 'America'],
    moscow: ['Russia'],
    kremlin: ['Russia'],
    beijing: ['China'],
    pyongyang: ['North Korea'],
    seoul: ['South Korea'],
    tokyo: ['Japan'],
    kyiv: ['Ukraine'],
    kiev: ['Ukraine'],
    tehran: ['Iran'],
    ankara: ['Turkey'],
    warsaw: ['Poland'],
    berlin: ['Germany'],
    paris: ['France'],
    delhi: ['India'],
    islamabad: ['Pakistan'],
    canberra: ['Australia'],
    ottawa: ['Canada'],
  }).map(([seat, countries]) => [parseTerms(seat)[0] ?? seat, countries.map(parseTerms)]),
);

/** Whether what does something is the seat of the country that is asked about, and nothing more is said of either. */
export function isSeatOf(said: readonly string[], asked: readonly string[]): boolean {
  const [seat = ''] = said;
  const countries = said.length === 1 ? SEATS.get(seat) : undefined;
  return (
    countries?.some(
      (terms) => terms.length === asked.length && terms.every((term) => asked.includes(term)),
    ) ?? false
  );
}
