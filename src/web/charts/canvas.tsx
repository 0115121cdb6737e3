import { BarChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { type EChartsCoreOption, init, use as register } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'

register([BarChart, GridComponent, CanvasRenderer])

interface CanvasProps {
  readonly option: EChartsCoreOption
  readonly height: number
  /** The chart said in one sentence, for those who do not see it. */
  readonly label: string
  onPick?(index: number): void
}

/** One ECharts canvas that follows the width of its place. Loaded after the page that draws one, because it is large. */
export function Canvas({ option, height, label, onPick }: CanvasProps) {
  const place = useRef<HTMLDivElement>(null)
  const pick = useRef(onPick)
  pick.current = onPick

  useEffect(() => {
    const element = place.current
    if (!element) return
    const chart = init(element, undefined, { renderer: 'canvas' })
    chart.setOption({ animation: false, ...option })
    chart.on('click', ({ dataIndex }) => pick.current?.(dataIndex))
    const observer = new ResizeObserver(() => chart.resize())
    observer.observe(element)
    return () => {
      observer.disconnect()
      chart.dispose()
    }
  }, [option])

  // Its place is as wide as the page gives it, whatever was drawn before: else it could only grow.
  return <div ref={place} role="img" aria-label={label} style={{ height, contain: 'inline-size' }} />
}
