import { hearWorks } from '#commands/works.ts'
import type { Works } from '#domain/ledger/works.ts'
import { wishesFor } from '#queries/works.ts'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useApp } from '#ui/state/app.ts'
import { useDraft } from '#ui/state/draft.ts'
import { useWords } from '#ui/words.ts'
import { WishList } from './WishList.tsx'
import { WritingSheet } from './WritingSheet.tsx'

export function HearSheet({ works, onClose }: { works: Works; onClose: () => void }) {
  const { works: words } = useWords()
  const { ctx } = useApp()
  const { reader } = useReader()
  const draft = useDraft('works.hear', works.id, { of: [] as readonly string[] })
  const known = works.voices.map((one) => one.of)
  const wishes = wishesFor(reader, ctx.view).filter((one) => !known.includes(one.of))
  const picked = wishes.filter((one) => draft.value.of.includes(one.of))
  return (
    <WritingSheet
      title={words.hearTitle}
      why={picked.length === 0 ? (wishes.length === 0 ? words.nobodyElse : words.hear) : undefined}
      draft={draft}
      onClose={onClose}
      doing={(kept) => hearWorks(kept, works.id, picked)}
    >
      <WishList
        title={words.form.voices}
        text={words.form.voicesText}
        wishes={wishes}
        picked={draft.value.of}
        onChange={(of) => draft.set({ of })}
      />
    </WritingSheet>
  )
}
