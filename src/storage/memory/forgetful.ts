/** What every store of personal data in memory can delete; in SQLite a statement does it. */
export interface Forgetful {
  /** Gives how many entries are gone. */
  forget(space: string, actor: string): number;
  purge(before: string): void;
  removeSpace(space: string): void;
}
