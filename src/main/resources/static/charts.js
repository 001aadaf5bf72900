/* Draws each figure.chart from its file; its table is in the page. Nothing here knows what is counted. */
(() => {
    "use strict";

    const LIGHT = ["#0b5c8a", "#b4490a", "#1b7a4b", "#7a4a9e", "#8a6d00", "#a3265e", "#3d5a66", "#5c5c00"];
    const DARK = ["#7cc7ee", "#f0a36a", "#7fd6a8", "#cdaaf0", "#e3c95a", "#f39ac0", "#a9c3cd", "#cfcf70"];
    const dark = window.matchMedia("(prefers-color-scheme: dark)");
    let printing = false;

    const isDark = () => dark.matches && !printing;
    const colours = () => (isDark() ? DARK : LIGHT);
    const ink = () => (isDark() ? "#dfe7ea" : "#1c2a30");
    const quiet = () => (isDark() ? "#33434a" : "#d9e0e3");

    function grouped(rows, column) {
        const groups = new Map();
        rows.forEach(row => groups.set(row[column], [...(groups.get(row[column]) ?? []), row]));
        return groups;
    }

    function base(labels) {
        return {
            animation: false,
            textStyle: { color: ink(), fontFamily: "system-ui, sans-serif" },
            grid: { left: 8, right: 16, top: 16, bottom: 48, containLabel: true },
            legend: { bottom: 0, textStyle: { color: ink() } },
            tooltip: { renderMode: "richText", trigger: "item" },
            aria: { enabled: true, label: { description: labels.description } },
        };
    }

    const axis = extra => ({
        axisLabel: { color: ink(), hideOverlap: true },
        axisLine: { lineStyle: { color: ink() } },
        splitLine: { lineStyle: { color: quiet() } },
        ...extra,
    });

    /* How a number is known has one mark everywhere: filled where a source says it, hollow where it follows; colours only tell councils apart. */
    const MARKS = {
        announced: { symbol: "circle", filled: true },
        derived: { symbol: "circle" },
        assumed: { symbol: "diamond" },
        bounded: { symbol: "rect" },
        disputed: { symbol: "path://M2,0L5,3L8,0L10,2L7,5L10,8L8,10L5,7L2,10L0,8L3,5L0,2Z", filled: true },
        rival: { symbol: "triangle", filled: true },
        approximate: { symbol: "roundRect", filled: true },
        planned: { symbol: "triangle" },
    };
    const HATCHED = { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4 };
    const paper = () => (isDark() ? "#12191c" : "#fff");
    const time = day => new Date(day).getTime();

    function tooltip() {
        return { renderMode: "richText", trigger: "item", formatter: event => event.data?.told ?? event.name };
    }

    /** A meeting, the first and the last of several, or a day. */
    const place = row => (row.meeting === null ? row.date_words ?? "" : `${row.meeting}${row.through === null ? "" : `–${row.through}`}`);

    const told = (row, value, legend, basis) => [row.name, row.meeting === null ? row.date_words : `${place(row)} (${row.date_words ?? legend.unknown})`,
        `${value} · ${legend[basis]}`].join("\n");

    /** What is known of the rows of a council between them, each from the row it starts from. */
    const segments = (rows, spans) => spans.filter(span => span.council === rows[0].council)
        .map(span => ({ ...span, row: rows.find(row => row.page === span.page && row.day === span.from && row.to_date_basis !== null), from: time(span.from), to: time(span.to) }));

    /** A line along the segments that lead on from each other; what lies between is a gap. */
    function corners(lines) {
        return lines.flatMap((segment, i) => [
            ...(i > 0 && lines[i - 1].to === segment.from && lines[i - 1].next !== null ? [] : [[segment.from, null]]),
            [segment.from, segment.value], [segment.to, segment.value], ...(segment.next === null ? [] : [[segment.to, segment.next]]),
        ]);
    }

    /** From the least to the most; where nothing says the most, it fades away above the least. */
    function band(params, api) {
        const [x1, y1] = api.coord([api.value(0), api.value(2)]);
        const colour = api.visual("color");
        const dashed = { stroke: colour, lineWidth: 1.5, lineDash: [4, 3] };
        const line = (from, to, style) => ({ type: "line", shape: { x1: from[0], y1: from[1], x2: to[0], y2: to[1] }, style });
        const area = (x2, y2, fill) => ({ type: "rect", shape: { x: x1, y: y2, width: x2 - x1, height: y1 - y2 }, style: fill });
        if (Number.isNaN(api.value(3))) {
            const [x2] = api.coord([api.value(1), api.value(2)]);
            const faded = new window.echarts.graphic.LinearGradient(0, 1, 0, 0, [{ offset: 0, color: `${colour}4d` }, { offset: 1, color: `${colour}00` }]);
            return { type: "group", children: [area(x2, Math.max(params.coordSys.y, y1 - 48), { fill: faded }), line([x1, y1], [x2, y1], dashed)] };
        }
        const [x2, y2] = api.coord([api.value(1), api.value(3)]);
        const top = line([x1, y2], [x2, y2], dashed);
        if (api.value(2) === 0) {
            return { type: "group", children: [top] };
        }
        const ticks = Array.from({ length: Math.floor((x2 - x1) / 9) }, (any, i) => line([x1 + 9 * i, y1], [x1 + 9 * i + 4, y2], { stroke: colour, lineWidth: 0.6, opacity: 0.6 }));
        return { type: "group", children: [area(x2, y2, { fill: colour, opacity: 0.1 }), ...ticks, top, line([x1, y1], [x2, y1], dashed)] };
    }

    function marks(rows, legend, colour, pick) {
        return Object.entries(MARKS).map(([basis, mark]) => ({
            id: `mark-${basis}`, name: legend[basis], type: "scatter", z: 5, symbol: mark.symbol, symbolSize: 10, emphasis: { disabled: true },
            itemStyle: { color: mark.filled ? ink() : paper(), borderColor: ink(), borderWidth: 2 },
            data: rows.filter(row => row.to_date_basis === basis && row.drawn_on !== null).flatMap(row => pick(row).map(value => ({
                value: [time(row.drawn_on), value], page: row.page, told: told(row, row.to_date_words, legend, basis),
                itemStyle: { color: mark.filled ? colour(row) : paper(), borderColor: colour(row), borderWidth: 2 },
            }))),
        })).filter(series => series.data.length > 0);
    }

    /** The numbers a row is marked at: the one known or said, the other one of rivals, both ends where there is no single one. */
    const marked = row => [...new Set([row.to_date, row.to_date_basis === "rival" ? row.to_date_most : null,
        ...(row.to_date === null && row.to_date_basis !== "unknown" ? [row.to_date_least, row.to_date_most] : [])])].filter(value => value !== null);

    function steps(table, labels, legend, targets, spans) {
        const councils = grouped(table, "council");
        const alone = councils.size === 1;
        const names = [...councils.keys()];
        const colour = row => colours()[names.indexOf(row.council) % colours().length];
        const series = [];
        const signs = new Map();
        [...councils.values()].forEach((rows, i) => {
            const own = colour(rows[0]);
            const name = alone ? labels.line : rows[0].name;
            const recorded = alone ? labels.recorded : `${name}: ${labels.recorded}`;
            const all = segments(rows, spans);
            const lines = all.filter(segment => segment.isLine).map(segment => ({ ...segment, value: segment.least }));
            const common = { type: "line", color: own, symbol: "none", emphasis: { disabled: true }, connectNulls: false };
            if (lines.length === 0 && !alone && rows.some(row => marked(row).length > 0)) {
                signs.set(name, { icon: "circle" });
            }
            series.push({
                ...common, id: `line-${i}`, name, z: 3, lineStyle: { width: 2.5, color: own }, data: corners(lines),
                endLabel: { show: !alone, formatter: () => rows[0].name, color: ink(), distance: 6 },
            });
            const others = all.filter(segment => segment.alternative !== null).map(segment => ({ ...segment, value: segment.alternative, next: null }));
            if (others.length > 0) {
                signs.set(labels.alternative, { lineStyle: { color: alone ? own : ink(), type: "dotted" }, itemStyle: { color: "transparent" } });
                series.push({ ...common, id: `other-${i}`, name: labels.alternative, z: 2, lineStyle: { width: 1.5, type: "dotted", color: own }, data: corners(others) });
            }
            const bands = all.filter(segment => !segment.isLine);
            if (bands.length > 0) {
                signs.set(legend.bounded, { icon: "rect", itemStyle: { color: "transparent", borderColor: alone ? own : ink(), borderWidth: 1.5, borderType: "dashed" } });
                series.push({
                    id: `band-${i}`, name: legend.bounded, type: "custom", color: own, z: 1, renderItem: band, encode: { x: [0, 1], y: [2, 3] }, clip: true,
                    data: bands.map(segment => ({ value: [segment.from, segment.to, segment.least ?? 0, segment.most ?? NaN],
                        page: segment.row.page, told: told(segment.row, segment.row.to_date_words, legend, segment.row.to_date_basis) })),
                });
            }
            if (councils.size <= 3) {
                signs.set(recorded, { icon: "rect", itemStyle: { opacity: 0.3 } });
                series.push({
                    ...common, id: `recorded-${i}`, name: recorded, z: 1, step: "end", lineStyle: { width: 1, color: own }, areaStyle: { opacity: 0.3, color: own },
                    data: rows.filter(row => row.day !== null).map(row => [time(row.day), row.recorded_to_date]),
                });
            }
        });
        const goals = targets.map((target, i) => ({
            id: `target-${i}`, name: labels.target, type: "line", z: 2, symbol: "none", emphasis: { disabled: true },
            color: colours()[names.indexOf(target.council) % colours().length],
            lineStyle: { width: 2, type: [10, 4, 2, 4], color: colours()[names.indexOf(target.council) % colours().length] },
            endLabel: { show: true, formatter: () => target.told, color: ink(), align: "right", verticalAlign: "bottom", padding: [0, 8, 4, 0] },
            data: [[time(target.from ?? councils.get(target.council)?.find(row => row.drawn_on !== null)?.drawn_on ?? target.by), target.value], [time(target.by), target.value]],
        }));
        series.push(...goals);
        const basis = marks(table, legend, colour, marked);
        const sign = each => ({ name: each.name, icon: each.symbol, itemStyle: { color: each.itemStyle.color } });
        const entries = [...new Set(series.filter(each => each.data.length > 0 || signs.has(each.name)).map(each => each.name))]
            .map(name => ({ name, ...signs.get(name) }));
        return {
            ...base(labels), tooltip: tooltip(), xAxis: axis({ type: "time" }),
            yAxis: axis({ type: "value", minInterval: 1, boundaryGap: [0, spans.some(span => !span.isLine && span.most === null) ? "15%" : 0] }),
            legend: { ...base(labels).legend, data: [...entries, ...basis.filter(each => !entries.some(entry => entry.name === each.name)).map(sign)] },
            grid: { left: 8, right: alone ? 16 : 72, top: 16, bottom: 48, containLabel: true }, series: [...series, ...basis],
        };
    }

    function meetings(table, labels, legend) {
        const rows = table.filter(row => row.new_basis !== null && (row.new_basis !== "unknown" && (row.new_basis !== "bounded" || row.new_least !== null) || row.recorded_new > 0));
        const alone = grouped(rows, "council").size === 1;
        const [said, , recorded] = colours();
        const hollow = { color: "transparent", borderColor: said, borderWidth: 2 };
        const STYLES = {
            announced: { color: said }, approximate: { color: said, opacity: 0.6 }, disputed: { ...hollow, decal: { ...HATCHED, rotation: 0, color: said } },
            rival: { color: said, opacity: 0.6, decal: HATCHED }, derived: hollow, assumed: { ...hollow, borderType: "dashed" },
            bounded: { ...hollow, borderType: "dotted", decal: { ...HATCHED, color: said } }, planned: { ...hollow, borderWidth: 1 },
        };
        const bar = (id, name, style, pick, stack) => ({
            id, name, type: "bar", stack, barGap: "10%", itemStyle: style, emphasis: { disabled: true }, data: rows.map(row => ({
                value: pick(row), page: row.page, told: id === "recorded" ? undefined : told(row, row.new_words, legend, row.new_basis) })),
        });
        const isRange = row => row.new_most !== null && (row.new_basis === "bounded" || row.new_basis === "rival");
        const occurring = Object.keys(STYLES).filter(basis => rows.some(row => row.new_basis === basis));
        return {
            ...base(labels), tooltip: tooltip(),
            xAxis: axis({ type: "category", data: rows.map(row => (alone ? place(row) : `${row.name} ${place(row)}`)) }),
            yAxis: axis({ type: "value", minInterval: 1 }),
            legend: { ...base(labels).legend, data: [...occurring.map(basis => legend[basis]), labels.recorded] },
            series: [
                bar("least", "", { color: "transparent" }, row => (isRange(row) ? row.new_least ?? 0 : null), "said"),
                ...occurring.map(basis => bar(basis, legend[basis], STYLES[basis],
                    row => (row.new_basis !== basis ? null : isRange(row) ? row.new_most - (row.new_least ?? 0) : row.new ?? row.new_least), "said")),
                bar("recorded", labels.recorded, { color: recorded, opacity: 0.7, decal: HATCHED }, row => row.recorded_new, "recorded"),
            ],
        };
    }

    function bars(table, labels) {
        const rows = [...table].reverse();
        return {
            ...base(labels), legend: { show: false }, grid: { left: 8, right: 40, top: 8, bottom: 8, containLabel: true },
            xAxis: axis({ type: "value", minInterval: 1 }),
            yAxis: axis({ type: "category", data: rows.map(row => row.name), axisLabel: { color: ink(), width: 190, overflow: "truncate" } }),
            series: [{
                type: "bar", color: colours()[0], label: { show: true, position: "right", color: ink() }, emphasis: { disabled: true },
                data: rows.map(row => ({ value: row.rows, page: row.page })),
            }],
        };
    }

    function stack(rows, labels) {
        const part = (id, name, colour, column, style) => ({
            id, name, type: "bar", stack: "all", itemStyle: { color: colour, ...style }, emphasis: { disabled: true }, data: rows.map(row => row[column]),
        });
        return {
            ...base(labels), xAxis: axis({ type: "category", data: rows.map(row => `${row.year}`) }), yAxis: axis({ type: "value", minInterval: 1 }),
            series: [part("new", labels.new, colours()[0], "new", {}), part("returning", labels.returning, colours()[1], "returning", { opacity: 0.75 })],
        };
    }

    function network(rows, labels) {
        const nodes = new Map();
        const node = (id, name, category, page, size) => nodes.set(id, { id, name, category, page, symbolSize: size,
            symbol: category === 0 ? "roundRect" : "circle", label: { show: true, position: "right", color: ink() } });
        rows.forEach(row => {
            node(`c-${row.council}`, row.council_name, 0, row.council_page, 20);
            node(`o-${row.organisation}`, row.name, 1, row.page, 8 + Math.min(14, 2 * row.councils));
        });
        return {
            ...base(labels),
            series: [{
                type: "graph", layout: "circular", circular: { rotateLabel: true }, roam: false, emphasis: { focus: "adjacency" },
                categories: [{ name: labels.councils, itemStyle: { color: colours()[0] } }, { name: labels.organisations, itemStyle: { color: colours()[1] } }],
                data: [...nodes.values()],
                links: rows.map(row => ({ source: `o-${row.organisation}`, target: `c-${row.council}`, value: row.rows })),
                lineStyle: { color: quiet(), width: 1.5, curveness: 0.2 }, left: 120, right: 120, top: 60, bottom: 90,
            }],
        };
    }

    /** Rows that have no place in a chart, and stand in its table alone. */
    const UNDRAWN = { steps: row => row.to_date_basis === null && row.recorded_to_date === 0 };
    const DRAW = { steps, meetings, bars, stack, network };
    const LINE = 24;

    /** On how many lines a legend of this width stands: all of it is in sight, on paper and in saved pictures too. */
    function lines({ data = [] }, width) {
        const pen = document.createElement("canvas").getContext("2d");
        pen.font = "12px system-ui, sans-serif";
        let all = 1;
        let used = 0;
        data.forEach(entry => {
            const needed = pen.measureText(entry.name ?? entry).width + 45;
            if (used > 0 && used + needed > width) {
                all += 1;
                used = 0;
            }
            used += needed;
        });
        return all;
    }

    const raised = (option, by) => ({ ...option, grid: { ...option.grid, bottom: option.grid.bottom + by } });

    function save(figure, chart, format) {
        const name = `${figure.dataset.name}.${format}`;
        const svg = chart.getDataURL({ type: "svg" });
        const offer = address => Object.assign(document.createElement("a"), { href: address, download: name }).click();
        if (format === "svg") {
            offer(svg);
            return;
        }
        const image = new Image();
        image.addEventListener("load", () => {
            const canvas = document.createElement("canvas");
            canvas.width = chart.getWidth() * 2;
            canvas.height = chart.getHeight() * 2;
            const drawing = canvas.getContext("2d");
            drawing.fillStyle = paper();
            drawing.fillRect(0, 0, canvas.width, canvas.height);
            drawing.drawImage(image, 0, 0, canvas.width, canvas.height);
            offer(canvas.toDataURL("image/png"));
        });
        image.src = svg;
    }

    async function draw(figure) {
        const answer = await fetch(figure.dataset.file);
        if (!answer.ok) {
            figure.querySelector("details").open = true;
            return;
        }
        const { rows, legend, targets = [], spans = [] } = await answer.json();
        if (rows.every(UNDRAWN[figure.dataset.kind] ?? (() => false))) {
            figure.querySelector("details").open = true;
            return;
        }
        const canvas = figure.querySelector(".chart-canvas");
        canvas.hidden = false;
        const fold = figure.closest("details.fold");
        const folded = { width: 660, height: 180 };
        const chart = window.echarts.init(canvas, null, { renderer: "svg", ...(canvas.clientWidth === 0 ? folded : {}) });
        const paint = given => {
            const size = given ?? (canvas.clientWidth === 0 ? folded : undefined);
            const option = DRAW[figure.dataset.kind](rows, figure.dataset, legend, targets, spans);
            const more = LINE * (lines(option.legend, size?.width ?? canvas.clientWidth) - 1);
            canvas.style.height = "";
            canvas.style.height = `${size?.height ?? canvas.clientHeight + more}px`;
            chart.resize({ width: size?.width ?? "auto", height: "auto" });
            chart.setOption(raised(option, more), true);
        };
        paint();
        fold?.addEventListener("toggle", () => paint());
        chart.on("click", event => { if (event.data?.page) { window.location.href = event.data.page; } });
        window.addEventListener("resize", () => paint());
        dark.addEventListener("change", () => paint());
        window.addEventListener("beforeprint", () => { printing = true; paint(folded); });
        window.addEventListener("afterprint", () => { printing = false; paint(); });
        figure.querySelectorAll("[data-save]").forEach(button => {
            button.hidden = false;
            button.addEventListener("click", () => save(figure, chart, button.dataset.save));
        });
        figure.dataset.drawn = "true";
    }

    document.querySelectorAll("figure.chart").forEach(draw);
})();
