/** Nouns for people, by how they end: "engineer", "pianist", "woman". Their stems do not tell: residents are not what a residue is. */
export const SOMEBODY =
  /(?:[^m]ent|er|or|ist|ian|ant|ee|man|men|woman|women|ess|child|children|kid|victim|teen|adult|fan|friend|people)s?$/;
