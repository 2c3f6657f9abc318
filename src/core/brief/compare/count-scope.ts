/** "since the morning", "in all", "a day": over what time or whole a number counts; "also", "elsewhere": beside another. */
export function scopeOf(text: string): string {
  return (
    /\b(?:also|elsewhere|since|so far|per|each|every|annually|daily|overnight|in (?:all|total)|altogether|(?:in|over|during|for) the (?:past|last|first|next)|a (?:day|week|month|year)|on average|averag(?:es?|ed|ing)|initially|originally|earlier|previous(?:ly)?|by (?:(?:early|mid-?|late) ?)?(?:dawn|morning|noon|midday|afternoon|evening|nightfall|midnight))\b/i
      .exec(text)?.[0]
      .toLowerCase() ?? ''
  );
}
