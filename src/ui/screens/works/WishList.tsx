import './works.css'
import type { Wish } from '#queries/works.ts'
import { useFormats, useWords } from '#ui/words.ts'

/** Remarks to tick, those that more homes speak through first. */
export function WishList(props: {
  title: string
  text?: string
  wishes: readonly Wish[]
  picked: readonly string[]
  onChange: (picked: readonly string[]) => void
}) {
  const { works } = useWords()
  const { number } = useFormats()
  const { picked, wishes, onChange } = props
  return (
    <fieldset class="stack" style={{ border: 0, padding: 0, margin: 0, minWidth: 0 }}>
      <legend class="field-label">{props.title}</legend>
      {props.text && <p class="caption">{props.text}</p>}
      <div>
        {wishes.map((one) => (
          <label key={one.of} class="works-pick">
            <input
              class="spoken"
              type="checkbox"
              checked={picked.includes(one.of)}
              onChange={(event) =>
                onChange(
                  event.currentTarget.checked ? [...picked, one.of] : picked.filter((of) => of !== one.of),
                )
              }
            />
            <span class="works-box" aria-hidden="true">
              {picked.includes(one.of) && '✓'}
            </span>
            <span>
              {one.text}
              <span class="caption">
                {' '}
                {[one.where, works.said(number(one.homes))].filter(Boolean).join('・')}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
