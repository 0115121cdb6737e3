import { useSpeech } from '../../language/language.tsx'
import { colourUses, styleWords as words } from '../../language/words/style.ts'
import { Panel } from '../../parts/panel.tsx'
import { WideTable } from '../../parts/wide-table.tsx'
import { contrast } from '../../tokens/contrast.ts'
import { type Colour, colours, palettes, type Surface } from '../../tokens/palette.ts'

const surfaces = ['light', 'dark', 'print'] as const satisfies readonly Surface[]

/** Every colour on every surface, with its contrast against the card and the page. */
export function ColourTable() {
  const { say } = useSpeech()
  return (
    <Panel title={say(words.colours)} note={say(words.coloursNote)} flush>
      <WideTable className="figures" label={say(words.colours)}>
        <thead>
          <tr>
            <th scope="col">{say(words.token)}</th>
            <th scope="col">{say(words.use)}</th>
            {surfaces.map((surface) => (
              <th key={surface} scope="col">
                {say(words[surface])}
                <small>
                  {say(words.onPaper)} / {say(words.onGround)}
                </small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {colours.map((colour) => (
            <tr key={colour}>
              <th scope="row">
                <code>{colour}</code>
              </th>
              <td className="second">{say(colourUses[colour])}</td>
              {surfaces.map((surface) => (
                <td key={surface}>
                  <Swatch colour={colour} surface={surface} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </WideTable>
    </Panel>
  )
}

function Swatch({ colour, surface }: { readonly colour: Colour; readonly surface: Surface }) {
  const palette = palettes[surface]
  const value = palette[colour]
  return (
    <span className="swatch">
      <span style={{ background: value }} aria-hidden="true" />
      <code>{value}</code>
      <span className="quiet">
        {contrast(value, palette.paper).toFixed(1)} / {contrast(value, palette.ground).toFixed(1)}
      </span>
    </span>
  )
}
