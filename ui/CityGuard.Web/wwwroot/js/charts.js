// Charts of an answer. Figures come with their intervals, and are never drawn without them.
const style = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const COLOURS = ['#9fb3c8', '#5cc8ff', '#ffd166', '#a5efe0', '#ff9550', '#b6a3f5', '#ff7eb3', '#7fb3d5'];

let library;
const all = new Set();
const load = async url => { library ??= import(url); return library; };

async function chart(element, url, option) {
  const echarts = await load(url);
  // The planner may have gone on meanwhile.
  if (!element?.isConnected) return;
  const drawn = echarts.getInstanceByDom(element) ?? echarts.init(element, null, { renderer: 'svg' });
  drawn.setOption({
    animation: false, color: COLOURS, textStyle: { color: style('--text'), fontFamily: 'inherit' },
    legend: { top: 0, left: 0, textStyle: { color: style('--text') }, itemWidth: 14, itemHeight: 8 }, aria: { enabled: true },
    ...option,
  }, true);
  element.dataset.drawn = 'true';
  if (all.has(drawn)) return;
  all.add(drawn);
  new ResizeObserver(() => drawn.isDisposed() || drawn.resize()).observe(element);
}

const axis = extra => ({ axisLabel: { color: style('--dim') }, axisLine: { lineStyle: { color: style('--line-strong') } }, splitLine: { lineStyle: { color: style('--line') } }, ...extra });

/** Points with error bars: one row for each group, one point in it for each scenario. Values: [mean, half] or null. */
export function intervals(element, url, { groups, series, percent }) {
  const offset = k => (k - (series.length - 1) / 2) * 7;
  const tell = value => percent ? `${(value * 100).toFixed(2)} %` : value.toFixed(1);
  return chart(element, url, {
    grid: { left: 8, right: 16, top: 26, bottom: 4, containLabel: true },
    tooltip: { trigger: 'item', backgroundColor: style('--panel-raised'), borderColor: style('--line-strong'), textStyle: { color: style('--text') }, formatter: p => `${p.seriesName}<br>${groups[p.value[1]]}: ${tell(p.value[0])} ± ${p.value[2] === null ? '?' : tell(p.value[2])}` },
    xAxis: axis({ type: 'value', scale: true, axisLabel: { color: style('--dim'), formatter: value => percent ? `${+(value * 100).toFixed(1)} %` : value } }),
    yAxis: axis({ type: 'category', data: groups, inverse: true, splitLine: { show: false } }),
    series: series.map(({ name, values }, k) => ({
      name, type: 'custom', encode: { x: 0, y: 1 },
      data: values.map((value, i) => value && [value[0], i, value[1]]).filter(Boolean),
      renderItem: (_, api) => {
        const [x, y] = api.coord([api.value(0), api.value(1)]), at = y + offset(k), colour = COLOURS[k % COLOURS.length], half = api.value(2);
        const line = (x1, y1, x2, y2) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke: colour, lineWidth: 1.5 } });
        const bar = Number.isFinite(half) ? [api.coord([api.value(0) - half, 0])[0], api.coord([api.value(0) + half, 0])[0]] : null;
        return { type: 'group', children: [
          ...(bar ? [line(bar[0], at, bar[1], at), line(bar[0], at - 3, bar[0], at + 3), line(bar[1], at - 3, bar[1], at + 3)] : []),
          { type: 'circle', shape: { cx: x, cy: at, r: 3.2 }, style: { fill: colour } },
        ] };
      },
    })),
  });
}

/** Share of first responses done by so many seconds. */
export function curves(element, url, { step, series }) {
  return chart(element, url, {
    grid: { left: 8, right: 16, top: 26, bottom: 4, containLabel: true },
    tooltip: { trigger: 'axis', backgroundColor: style('--panel-raised'), borderColor: style('--line-strong'), textStyle: { color: style('--text') }, valueFormatter: value => `${(value * 100).toFixed(1)} %` },
    xAxis: axis({ type: 'value', min: 0, max: 1200, axisLabel: { color: style('--dim'), formatter: value => `${value / 60} min` }, interval: 180 }),
    yAxis: axis({ type: 'value', min: 0, max: 1, axisLabel: { color: style('--dim'), formatter: value => `${value * 100} %` } }),
    series: series.map(({ name, values }) => ({ name, type: 'line', showSymbol: false, lineStyle: { width: 2 }, data: values.map((value, i) => [i * step, value]) })),
  });
}

/** Lets go of charts whose place on the page is gone. */
export function tidy() {
  for (const drawn of all)
    if (!drawn.getDom()?.isConnected) {
      all.delete(drawn);
      drawn.dispose();
    }
}
