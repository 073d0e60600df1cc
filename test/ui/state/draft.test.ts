import { type ContainerNode, h, render } from 'preact'
import { describe, expect, it, vi } from 'vitest'
import { recordIncident } from '#commands/incidents.ts'
import { writeFeedback } from '#commands/feedback.ts'
import { recordVisit } from '#commands/visits.ts'
import type { RecordId, TenantId } from '#domain/ids.ts'
import { drafts } from '#store/drafts.ts'
import { memoryDisk } from '#store/memoryDisk.ts'
import { type App, AppContext, type FormDrafts } from '#ui/state/app.ts'
import { type Becoming, isHere, openUnsaved, useDraft } from '#ui/state/draft.ts'
import { aDoorSide, door, NOW, ZHOU } from '#test/support/doorSide.ts'
import { plainSeals } from '#test/support/plainSeals.ts'

const FORM = 'a form'
const ABOUT = 'a door'
const ID = 'the-record-it-becomes' as RecordId

const someDrafts = () =>
  drafts({ disk: memoryDisk(), seals: plainSeals, tenant: 't' as TenantId, now: () => NOW })

function aForm(kept = someDrafts()): FormDrafts {
  const key = (form: string, about: string) => ({ author: ZHOU, form, about })
  return {
    keep: async (form, about, content) => void (await kept.keep(key(form, about), 1, content)),
    open: async <T>(form: string, about: string) =>
      (await kept.open(key(form, about)))?.content as T | undefined,
    list: async (form) => (await kept.list(ZHOU)).filter((entry) => entry.form === form),
    drop: (form, about) => kept.drop(key(form, about)),
    onTakenOut: kept.onTakenOut,
  }
}

describe('a draft', () => {
  const at = door(1, 502)
  const savings = {
    'of a visit': (side: ReturnType<typeof aDoorSide>) =>
      recordVisit(side, { id: ID, dwelling: at, outcome: 'met', note: '膝盖疼' }),
    'of an incident': (side: ReturnType<typeof aDoorSide>) =>
      recordIncident(side, { id: ID, place: at, type: 'overflow', action: 'none', photos: [] }),
    'of a remark': (side: ReturnType<typeof aDoorSide>) =>
      writeFeedback(side, {
        id: ID,
        place: at,
        text: '灯不亮',
        category: 'lighting',
        urgency: 'u3',
        channel: 'face',
        photos: [],
        ending: { is: 'order', track: 'fix_now' },
      }),
  }

  for (const [what, save] of Object.entries(savings)) {
    it(`${what} that was saved before the app ended is not offered again, and sent twice it is one`, async () => {
      const side = aDoorSide()
      const form = aForm()
      const open = () =>
        openUnsaved<Becoming>(form, FORM, ABOUT, ({ id }) => id !== undefined && isHere(side.view, id))
      await form.keep(FORM, ABOUT, { id: ID, note: '…' })
      expect(await open()).toMatchObject({ id: ID })

      expect((await save(side)).ok).toBe(true)
      // Here the app ended: the draft is not dropped.
      expect(await open()).toBeUndefined()
      expect(await form.list(FORM)).toEqual([])
      expect(await save(side)).toEqual({ ok: false, refused: 'nothingToDo' })
    })
  }

  it('that nothing came of is offered as it was', async () => {
    const form = aForm()
    await form.keep(FORM, ABOUT, '桶盖松了')
    expect(await openUnsaved(form, FORM, ABOUT, () => false)).toBe('桶盖松了')
    expect(await form.list(FORM)).toHaveLength(1)
  })

  it('goes in the same moment as what is committed through the form', async () => {
    const side = aDoorSide()
    const asked: unknown[] = []
    const ctx: App['ctx'] = { ...side, commit: (intents, draft) => (asked.push(draft), side.commit(intents)) }
    let through: App['ctx'] | undefined
    const Form = () => {
      through = useDraft(FORM, ABOUT, '').ctx
      return null
    }
    const form = h(AppContext.Provider, { value: { drafts: aForm(), ctx } as App }, h(Form, {}))
    render(form, { childNodes: [], firstChild: null } as unknown as ContainerNode)
    expect((await recordVisit(through!, { dwelling: at, outcome: 'met' })).ok).toBe(true)
    expect(asked).toEqual([{ form: FORM, about: ABOUT }])
  })

  /** A form on a screen, with what lies in it now; invented names. */
  const aFormOpen = (
    form: FormDrafts,
    empty = '',
    screen = { childNodes: [], firstChild: null } as unknown as ContainerNode,
  ) => {
    let draft: ReturnType<typeof useDraft<string>> | undefined
    const Form = () => {
      draft = useDraft(FORM, ABOUT, empty)
      return null
    }
    const shown = h(
      AppContext.Provider,
      { value: { drafts: form, ctx: aDoorSide() as App['ctx'] } as App },
      h(Form, {}),
    )
    render(shown, screen)
    return () => draft!
  }
  const GONE = { names: ['石榴'], phones: [] }

  it('SEC-96 whoever is erased goes from a form that stands open, and the next key does not put them back', async () => {
    const kept = someDrafts()
    const form = aForm(kept)
    const draft = aFormOpen(form)
    draft().set('石榴家漏水')
    await form.keep(FORM, 'another door', '石榴')
    await kept.takeOut(ZHOU, () => GONE)
    await vi.waitFor(() => expect(draft().value).toBe('〔已删〕家漏水'))
    draft().set(`${draft().value}。`)
    await vi.waitFor(async () => expect(await form.open(FORM, ABOUT)).toBe('〔已删〕家漏水。'))
    expect(await form.open(FORM, 'another door')).toBe('')
  })

  it('SEC-96 also from a form in another tab, and from one whose draft is just being opened', async () => {
    const kept = someDrafts()
    const form = aForm(kept)
    await form.keep(FORM, ABOUT, '石榴家漏水')
    const draft = aFormOpen(form)
    kept.hear(GONE)
    await vi.waitFor(() => expect(draft().value).toBe('〔已删〕家漏水'))
  })

  it('SEC-96 INV-1 a form that nobody typed in becomes no draft, and one that was saved does not come back', async () => {
    const kept = someDrafts()
    const form = aForm(kept)
    const draft = aFormOpen(form, '石榴')
    await kept.takeOut(ZHOU, () => GONE)
    await vi.waitFor(() => expect(draft().value).toBe(''))
    expect(await form.list(FORM)).toEqual([])
    draft().set('石榴家')
    expect((await recordVisit(draft().ctx, { dwelling: at, outcome: 'met' })).ok).toBe(true)
    await form.drop(FORM, ABOUT)
    await kept.takeOut(ZHOU, () => GONE)
    await vi.waitFor(() => expect(draft().value).toBe('〔已删〕家'))
    expect(await form.list(FORM)).toEqual([])
  })

  it('is kept at each input, before anybody leaves the form', async () => {
    const kept: unknown[] = []
    const drafts: FormDrafts = { ...aForm(), keep: async (_form, _about, content) => void kept.push(content) }
    let type: (text: string) => void = () => {}
    const Form = () => {
      type = useDraft(FORM, ABOUT, '').set
      return null
    }
    const form = h(AppContext.Provider, { value: { drafts } as App }, h(Form, {}))
    render(form, { childNodes: [], firstChild: null } as unknown as ContainerNode)
    type('桶')
    await vi.waitFor(() => expect(kept).toEqual(['桶']))
    type('桶盖')
    expect(kept).toEqual(['桶', '桶盖'])
  })

  it('INV-1 that comes back while somebody types already loses nothing, on the screen and on the disk', async () => {
    const form = aForm()
    await form.keep(FORM, ABOUT, '桶盖松了')
    const draft = aFormOpen(form)
    draft().set('，')
    draft().set('，漏水')
    await vi.waitFor(() => expect(draft().value).toBe('桶盖松了，漏水'))
    await vi.waitFor(async () => expect(await form.open(FORM, ABOUT)).toBe('桶盖松了，漏水'))
  })

  it('INV-1 that comes back when its form was left already keeps what was typed in between', async () => {
    const form = aForm()
    await form.keep(FORM, ABOUT, '桶盖松了')
    const screen = { childNodes: [], firstChild: null } as unknown as ContainerNode
    const draft = aFormOpen(form, '', screen)
    draft().set('，漏水')
    render(null, screen)
    await vi.waitFor(async () => expect(await form.open(FORM, ABOUT)).toBe('桶盖松了，漏水'))
  })

  it('INV-1 that comes back after its form was saved or thrown away stays away', async () => {
    const form = aForm()
    await form.keep(FORM, ABOUT, '桶盖松了')
    const draft = aFormOpen(form)
    draft().set('，漏水')
    await draft().drop()
    await new Promise((resolve) => setTimeout(resolve))
    expect(draft().value).toBe('')
    expect(await form.list(FORM)).toEqual([])
  })

  it('INV-1 waits for the word that an input method is putting together, and does not break it', async () => {
    const page = new EventTarget()
    vi.stubGlobal('document', page)
    try {
      const form = aForm()
      await form.keep(FORM, ABOUT, '桶盖松了')
      let opened = 0
      const draft = aFormOpen({
        ...form,
        open: (...at) => form.open<never>(...at).finally(() => (opened += 1)),
      })
      page.dispatchEvent(new Event('compositionstart'))
      draft().set('lou')
      await vi.waitFor(() => expect(opened).toBe(1))
      await new Promise((resolve) => setTimeout(resolve))
      expect(draft().value).toBe('lou')
      draft().set('漏')
      page.dispatchEvent(new Event('compositionend'))
      await vi.waitFor(() => expect(draft().value).toBe('桶盖松了漏'))
    } finally {
      vi.unstubAllGlobals()
    }
  })
})
