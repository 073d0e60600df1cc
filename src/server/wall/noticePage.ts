import { FIELDS, type Keep, type Purpose, type Says } from '#domain/fieldCatalogue.ts'
import { deadlinesOf, RETENTION } from '#domain/retention.ts'
import { type Role, ROLES } from '#domain/roles.ts'
import type { Settings } from '#domain/settings.ts'
import { backKey, framed, type Shown } from './frame.ts'
import { type Html, made } from './html.ts'
import { NOTICE } from './noticeWords.ts'
import { dayIn } from './words.ts'

/** What a field says that makes it a resident's business. */
const OF_RESIDENTS: readonly Says[] = ['person', 'care', 'picture']
/** In people's own words, and about them. */
const ALSO = ['visit']

/** The kinds of record that a resident is told of, in the catalogue's order. */
export function toldOf(): readonly string[] {
  return Object.entries(FIELDS).flatMap(([kind, { says }]) =>
    OF_RESIDENTS.some((one) => says[one] !== undefined) || ALSO.includes(kind) ? [kind] : [],
  )
}

/**
 * `/gongshi/notice`: what is kept about residents, why, on what ground, how long, who may read it and whom to ask. Every line comes
 * out of the catalogue, the table of rights and the compound's own deadlines, so the page says what the code does.
 */
export function noticePage(shown: Shown, settings: Settings | undefined): string {
  const words = NOTICE[shown.language]
  const days = deadlinesOf(settings?.deadlines)
  const answers = settings?.answers
  const keepDays: Readonly<Record<Keep, number>> = {
    whileLivingHere: days.movedOut,
    consent: 0,
    afterClosing: days.remark,
    looks: days.look,
    entries: RETENTION.entry,
    compound: 0,
  }
  return framed(shown, {
    title: words.title,
    sub: words.lead(shown.compound),
    listed: true,
    main: made`<section class="card">
        <h2>${words.who}</h2>
        <p>${answers ? words.whoOf(answers.who, answers.number, answers.where) : words.whoMissing}</p>
      </section>
      ${[...byPurpose()].map(
        ([purpose, kinds]) => made`<section aria-labelledby="${purpose}">
          <h2 id="${purpose}">${words.purposes[purpose] ?? purpose}</h2>
          ${kinds.map((kind) => about(shown, kind, keepDays, days.photos))}
        </section>`,
      )}
      <section class="card"><p>${words.pictures(days.photos)}</p><p>${words.also}</p></section>
      ${list(words.never)}${list(words.ask)}
      <p class="small">${words.law} · ${shown.words.printed(dayIn(shown.language, shown.now))}</p>
      ${backKey(shown)}`,
  })
}

function byPurpose(): ReadonlyMap<Purpose, readonly string[]> {
  const found = new Map<Purpose, string[]>()
  for (const kind of toldOf()) {
    const { for: purpose } = FIELDS[kind]!
    found.set(purpose, [...(found.get(purpose) ?? []), kind])
  }
  return found
}

function about(
  { language }: Shown,
  kind: string,
  days: Readonly<Record<Keep, number>>,
  photos: number,
): Html {
  const words = NOTICE[language]
  const { basis, keep, read } = FIELDS[kind]!
  // Who said it is not kept of what happened at the bins: only its pictures have an end.
  const said = kind === 'incident' ? words.pictures(photos) : words.keep[keep](days[keep])
  const roles = (Object.keys(ROLES) as Role[]).filter((role) =>
    ROLES[role].read.some((group) => read.includes(group)),
  )
  const everybody = read.includes('settings') || read.includes('team') || read.includes('site')
  const readers = (everybody ? (Object.keys(ROLES) as Role[]) : roles).map((role) => words.roles[role])
  return made`<article class="card">
    <h3>${words.kinds[kind] ?? kind}</h3>
    <dl class="job">
      <div><dt>${words.basisHead}</dt><dd>${words.basis[basis]}</dd></div>
      <div><dt>${words.keepHead}</dt><dd>${said}</dd></div>
      <div><dt>${words.readHead}</dt><dd>${readers.join(language === 'zh' ? '、' : ', ')}</dd></div>
    </dl>
  </article>`
}

function list({ title, all }: { readonly title: string; readonly all: readonly string[] }): Html {
  return made`<section class="card">
    <h2>${title}</h2>
    <ul>
      ${all.map((one) => made`<li>${one}</li>`)}
    </ul>
  </section>`
}
