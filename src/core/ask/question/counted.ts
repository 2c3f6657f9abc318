/** "number of boats in the harbour" asks how many there are. */

/** Not "the number of the bus", which is a name. */
const NUMBER_OF =
  /^(?:what(?:['’]?s| is| was) )?(?:the )?(?:total |overall |exact )?number of (?!(?:the|an?|this|that|his|her|its|their|my|our)\b)(?=\p{L})/iu;

/** A question for the number of things as one for how many. */
export const asCounted = (question: string): string => question.replace(NUMBER_OF, 'How many ');
