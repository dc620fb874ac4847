import { Actor, handler, Persist } from '@cloudflare/actors';

/** Counts the visits of a place: in a table of its own, and in a property that persists. */
export class Visits extends Actor<Cloudflare.Env> {
  @Persist
  total: number = 0;

  static async nameFromRequest(request: Request) {
    return new URL(request.url).pathname.split('/')[1];
  }

  constructor(ctx, env) {
    super(ctx, env);
    this.storage.migrations = [
      {
        idMonotonicInc: 1,
        description: 'a table of visits',
        sql: 'CREATE TABLE IF NOT EXISTS visits (id INTEGER PRIMARY KEY, who TEXT NOT NULL);',
      },
      {
        idMonotonicInc: 2,
        description: 'how often',
        sql: 'ALTER TABLE visits ADD COLUMN times INTEGER DEFAULT 1; CREATE UNIQUE INDEX visits_who ON visits (who);',
      },
    ];
  }

  async onRequest(request: Request) {
    await this.storage.runMigrations();
    const who = new URL(request.url).searchParams.get('who');
    if (who === null) {
      return Response.json({
        name: this.name,
        total: this.total,
        visits: this.storage.sql`SELECT who, times FROM visits ORDER BY who`,
      });
    }
    this.total += 1;
    const [visit] = this.storage
      .sql`INSERT INTO visits (who) VALUES (${who}) ON CONFLICT (who) DO UPDATE SET times = times + 1 RETURNING times`;
    return Response.json(visit.times);
  }
}

export default handler(Visits);
