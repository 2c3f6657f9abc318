/** The slots of digests and who has claimed them, in SQLite. */
import type { Claim, Slot, SlotStore } from '../../core/digest/ports.ts';
import { isTold, newToken, ownerOf } from '../slots.ts';
import type { SqliteDatabase } from './database.ts';
import { json, parse } from './rows.ts';

/** The first open slot of each digest: the only one that may be worked on. */
const FIRST_OPEN = `
  state IN ('due', 'fixed') AND NOT EXISTS (
    SELECT 1 FROM slot AS earlier
    WHERE earlier.digest = slot.digest AND earlier.state IN ('due', 'fixed') AND (earlier.due, earlier.slot) < (slot.due, slot.slot)
  )`;

/** As `isHeld` in ../slots.ts; ?1 is now. */
const NOT_HELD = '(token IS NULL OR held_until <= ?1 OR held_from - (held_until - held_from) > ?1)';

export function createSqliteSlots(db: SqliteDatabase): SlotStore {
  function write(slot: Slot, claim: Claim, token: string | null, from: number, until: number): boolean {
    const changed = db.run(
      `UPDATE slot SET due = ?, state = ?, next = ?, is_told = ?, changed = ?, body = ?, token = ?, held_from = ?, held_until = ?
       WHERE digest = ? AND slot = ? AND token = ?`,
      slot.due,
      slot.state,
      slot.next,
      isTold(slot) ? 1 : 0,
      slot.changed,
      json(slot),
      token,
      from,
      until,
      claim.slot.digest,
      claim.slot.slot,
      claim.token,
    );
    return changed > 0;
  }

  return {
    async plan(digest, slots, planned) {
      db.write(() => {
        if (db.rows('SELECT 1 FROM digest WHERE id = ?', digest).length === 0) return;
        for (const slot of slots) {
          db.run(
            `INSERT INTO slot (digest, slot, due, state, next, is_told, changed, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
             ON CONFLICT DO NOTHING`,
            digest,
            slot.slot,
            slot.due,
            slot.state,
            slot.next,
            isTold(slot) ? 1 : 0,
            slot.changed,
            json(slot),
          );
        }
        if (planned === undefined) return;
        db.run('UPDATE digest SET planned = ? WHERE id = ?', planned.toISOString(), digest);
      });
    },
    async claim({ now, milliseconds, owner, platforms }) {
      const at = now.getTime();
      const find = () =>
        db.rows(
          `SELECT digest, slot, slot.body FROM slot JOIN digest ON digest.id = slot.digest
           WHERE ${FIRST_OPEN} AND ${NOT_HELD} AND next <= ?2 AND platform IN (SELECT value FROM json_each(?3))
           ORDER BY due, digest LIMIT 1`,
          at,
          now.toISOString(),
          json(platforms),
        );
      // Looked at first without the right to write, so that waiting processes do not keep each other from writing.
      if (find().length === 0) return undefined;
      return db.write(() => {
        const [row] = find();
        if (row === undefined) return undefined;
        const token = newToken(owner);
        db.run(
          'UPDATE slot SET token = ?, held_from = ?, held_until = ? WHERE digest = ? AND slot = ?',
          token,
          at,
          at + milliseconds,
          String(row['digest']),
          String(row['slot']),
        );
        return { slot: parse<Slot>(row['body']), token, until: new Date(at + milliseconds) };
      });
    },
    async update(claim, slot, now, milliseconds) {
      const until = now.getTime() + milliseconds;
      const isOurs = write(slot, claim, claim.token, now.getTime(), until);
      return isOurs ? { slot, token: claim.token, until: new Date(until) } : undefined;
    },
    async release(claim, slot) {
      return write(slot, claim, null, 0, 0);
    },
    async breakClaims(isDead, before) {
      const held = db.rows(
        'SELECT DISTINCT token FROM slot WHERE token IS NOT NULL AND held_from <= ?',
        before.getTime(),
      );
      const dead = held.map((row) => String(row['token'])).filter((token) => isDead(ownerOf(token)));
      for (const token of dead) {
        db.run('UPDATE slot SET token = NULL, held_from = 0, held_until = 0 WHERE token = ?', token);
      }
      return dead.length;
    },
    async find(digest, slot) {
      return db.rows('SELECT body FROM slot WHERE digest = ? AND slot = ?', digest, slot).map(build)[0];
    },
    async list(digest, limit) {
      return db
        .rows('SELECT body FROM slot WHERE digest = ? ORDER BY due DESC, slot DESC LIMIT ?', digest, limit)
        .map(build);
    },
    async listTold({ platform, space, channel }, limit) {
      return db
        .rows(
          `SELECT slot.body FROM slot JOIN digest ON digest.id = slot.digest
           WHERE platform = ? AND space = ? AND channel = ? AND is_told = 1
           ORDER BY due DESC, slot DESC, digest DESC LIMIT ?`,
          platform,
          space,
          channel,
          limit,
        )
        .map(build);
    },
    async purge(before) {
      db.run(
        `DELETE FROM slot WHERE state NOT IN ('due', 'fixed') AND changed < ? AND EXISTS (
           SELECT 1 FROM slot AS later WHERE later.digest = slot.digest AND (later.due, later.slot) > (slot.due, slot.slot))`,
        before.toISOString(),
      );
    },
  };
}

function build(row: Record<string, unknown>): Slot {
  return parse<Slot>(row['body']);
}
