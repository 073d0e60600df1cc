import Camera from '~icons/lucide/camera'
import CheckMark from '~icons/lucide/check'
import Send from '~icons/lucide/send'
import Warning from '~icons/lucide/triangle-alert'
import { useLocation } from 'preact-iso'
import { askOffice } from '#commands/whichBin.ts'
import { lastPointOf, openShiftOf, pointsOfMine } from '#queries/bins.ts'
import { hasAsked } from '#queries/whichBin.ts'
import { Key } from '#ui/parts/Key.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'

/**
 * Nothing was found: where it goes for now, and two ways to ask. The word goes to the office with either of them, so
 * that the list grows; never by itself, for nobody can tell a word from the half of one.
 */
export function NotFound({ word }: { word: string }) {
  const words = useWords().whichBin
  const { route } = useLocation()
  const { told, tell } = useTelling(word)
  const { ctx, person, today } = useApp()
  const shift = useView((view) => openShiftOf(view, ctx.me))
  const point = useView(
    (view) =>
      shift?.place ?? lastPointOf(view, ctx.me) ?? pointsOfMine(view, person.appointments, today())[0]?.id,
  )
  /** The form for the photo knows the place, the kind and the word already. */
  const withPhoto = () => {
    const known = {
      ...(point && { at: point, channel: 'bin_side' }),
      kind: 'waste',
      text: words.askText(word),
      back: shift ? `/bins/${shift.id}` : '/which-bin',
    }
    route(`/feedback/new?${new URLSearchParams(known).toString()}`)
  }
  return (
    <section class="not-found">
      <h2>{words.unknown}</h2>
      {told ? (
        <Told />
      ) : (
        <Key look="primary" wide icon={Send} label={words.tell} onPress={() => void tell()} />
      )}
      <Key
        wide
        icon={Camera}
        label={words.tellPhoto}
        onPress={() => void tell().then((kept) => kept && withPhoto())}
      />
    </section>
  )
}

/** The words only contain the name of something: it may be another thing that is meant. */
export function NotThese({ word }: { word: string }) {
  const words = useWords().whichBin
  const { told, tell } = useTelling(word)
  return (
    <div class="not-these">
      <p>{words.notThis}</p>
      {told ? <Told /> : <Key look="quiet" icon={Send} label={words.tell} onPress={() => void tell()} />}
    </div>
  )
}

function Told() {
  const words = useWords().whichBin
  return (
    <p class="not-these-told">
      <CheckMark class="icon" aria-hidden="true" />
      {words.toldAlready}
    </p>
  )
}

function useTelling(word: string) {
  const { common, whichBin: words } = useWords()
  const { ctx } = useApp()
  const toast = useToast()
  const told = useView((view) => hasAsked(view, ctx.me, word))
  return {
    told,
    /** Answers whether the word is kept, now or before. */
    async tell(): Promise<boolean> {
      if (told) return true
      const done = await askOffice(ctx, word)
      toast(done.ok ? { text: words.told } : { text: common.refused[done.refused], icon: Warning })
      return done.ok
    },
  }
}
