import Megaphone from '~icons/lucide/megaphone'
import Warning from '~icons/lucide/triangle-alert'
import { useLocation } from 'preact-iso'
import { proposePage } from '#commands/publications.ts'
import { hanging } from '#domain/wall/publication.ts'
import type { FeedbackDetail } from '#queries/feedbackDetail.ts'
import { pageAbout, storyContent, type StoryWords } from '#queries/publications.ts'
import { Key } from '#ui/parts/Key.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { feedback as spoken } from '#ui/words/zh/feedback.ts'
import { wall as written } from '#ui/words/zh/wall.ts'
import { useWords } from '#ui/words.ts'

/** The page about a matter, where there is one that this person may read. */
function usePageAbout({ id, order }: FeedbackDetail) {
  const { reader } = useReader()
  return pageAbout(reader, order?.id ?? id)
}

/** The third fact: it hangs where everybody sees it. */
export function useShown(detail: FeedbackDetail): boolean {
  const page = usePageAbout(detail)
  return page !== undefined && hanging(page) !== undefined
}

/** In the language that residents read, whatever this screen speaks. */
const STORY: StoryWords = {
  ...written.story,
  title: (category) => written.story.title(spoken.capture.categories[category]),
  done: (day) => written.story.done(Number(day.slice(5, 7)), Number(day.slice(8))),
}

/** 送去公示: what was seen to becomes a story of kinds and counts, and waits on the wall's desk for somebody who hangs it. */
export function ShowKey({ detail }: { detail: FeedbackDetail }) {
  const { wall, common } = useWords()
  const { ctx } = useApp()
  const { may } = useReader()
  const { route } = useLocation()
  const toast = useToast()
  const page = usePageAbout(detail)
  const content = useView((view) => storyContent(view, detail, STORY))
  if (page) return <Key look="quiet" icon={Megaphone} label={wall.story.see} href={`/wall/${page.id}`} />
  if (!content || !may('proposeWall')) return null
  const propose = async () => {
    const about = detail.order?.id ?? detail.id
    const done = await proposePage(ctx, { section: 'story', about, content })
    if (done.ok) route(`/wall/${done.value}`)
    else toast({ text: common.refused[done.refused], icon: Warning })
  }
  return <Key look="quiet" icon={Megaphone} label={wall.page.propose} onPress={() => void propose()} />
}
