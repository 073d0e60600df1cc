/**
 * The database cannot be asked just now: it is away, restarting, or has too much to do. Nobody was answered, so whoever
 * asked still has what they sent and sends it again; whether it was taken the first time, the database knows.
 */
export class DatabaseAway extends Error {
  override readonly name = 'DatabaseAway'
}
