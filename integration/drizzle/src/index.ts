import { DurableObject } from 'cloudflare:workers';
import { asc, count, eq, sql } from 'drizzle-orm';
import { drizzle as overD1 } from 'drizzle-orm/d1';
import { drizzle } from 'drizzle-orm/durable-sqlite';
import { migrate } from 'drizzle-orm/durable-sqlite/migrator';
import migrations from '../drizzle/migrations.js';
import * as schema from './schema.ts';

const { authors, books } = schema;

/** A library in an object's own tables. */
export class Library extends DurableObject {
  db = drizzle(this.ctx.storage, { schema });

  constructor(ctx, env) {
    super(ctx, env);
    ctx.blockConcurrencyWhile(() => migrate(this.db, migrations));
  }

  add(name: string, titles: string[]) {
    return this.db.transaction((tx) => {
      const author = tx
        .insert(authors)
        .values({ name })
        .onConflictDoUpdate({ target: authors.name, set: { name } })
        .returning()
        .get();
      for (const title of titles) {
        if (title === '') throw new Error('A book needs a title.');
        tx.insert(books).values({ title, authorId: author.id, tags: [name, 'new'], cover: Buffer.from(title), year: 2026 }).run();
      }
      return author.id;
    });
  }

  all() {
    return this.db.query.authors
      .findMany({ with: { books: { columns: { title: true, tags: true } } }, orderBy: asc(authors.name) })
      .sync();
  }

  counts() {
    return this.db
      .select({ name: authors.name, books: count(books.id), cover: sql<string>`max(hex(${books.cover}))` })
      .from(authors)
      .leftJoin(books, eq(books.authorId, authors.id))
      .groupBy(authors.id)
      .orderBy(asc(authors.name))
      .all();
  }

  remove(name: string) {
    this.db.delete(authors).where(eq(authors.name, name)).run();
    return this.db.$count(books);
  }
}

/** The same tables in D1. */
async function inD1(env, step: string) {
  const db = overD1(env.DB, { schema });
  switch (step) {
    case 'migrate': {
      const { m0000, m0001 } = migrations.migrations;
      const statements = [m0000, m0001].flatMap((text) => text.split('--> statement-breakpoint'));
      await env.DB.batch(statements.map((text) => env.DB.prepare(text)));
      return statements.length;
    }
    case 'add': {
      const [[author]] = await db.batch([
        db.insert(authors).values({ name: 'Ada' }).returning(),
        db.insert(authors).values({ name: 'Ben' }),
      ]);
      await db.insert(books).values([
        { title: 'One', authorId: author.id, tags: ['a'], cover: Buffer.from([1, 2]) },
        { title: 'Two', authorId: author.id, tags: [] },
      ]);
      return author;
    }
    case 'all': {
      const rows = await db.query.books.findMany({ with: { author: true }, orderBy: asc(books.title) });
      return rows.map(({ cover, ...row }) => ({ ...row, cover: cover === null ? null : [...cover] }));
    }
    case 'fail':
      try {
        await db.insert(authors).values({ name: 'Ada' });
      } catch (error) {
        return error.cause.message;
      }
  }
}

export default {
  async fetch(request, env) {
    const { pathname } = new URL(request.url);
    const [, where, name, method] = pathname.split('/');
    if (where === 'd1') return Response.json(await inD1(env, name));
    const library = env.LIBRARIES.getByName(name);
    const args = request.method === 'POST' ? await request.json() : [];
    try {
      return Response.json(await library[method](...args));
    } catch (error) {
      return new Response(error.message, { status: 500 });
    }
  },
};
