/* Draws each figure.chart from its file; its table is in the page. Nothing here knows what is counted. */
(() => {
    "use strict";

    const SYMBOLS = ["circle", "rect", "triangle", "diamond", "roundRect", "pin", "arrow", "circle"];
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
            legend: { bottom: 0, type: "scroll", textStyle: { color: ink() } },
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

    const isKnown = row => row.to_date !== null && row.to_date_basis !== "at_least";

    function steps(table, labels) {
        const councils = grouped(table, "council");
        const alone = councils.size === 1;
        const series = [];
        [...councils.values()].forEach((rows, i) => {
            const colour = colours()[i % colours().length];
            const symbol = SYMBOLS[i % SYMBOLS.length];
            const point = (row, value) => ({ value: [row.day, value], page: row.page, meeting: row.meeting, basis: row.to_date_basis });
            const known = rows.filter(isKnown);
            const common = { type: "line", step: "end", color: colour, emphasis: { disabled: true } };
            series.push({
                ...common, id: `derived-${i}`, name: alone ? labels.derived : rows[0].name, z: 2, symbol: "none",
                lineStyle: { type: "dotted", width: 2 }, data: known.map(row => point(row, row.to_date)),
            });
            series.push({
                ...common, id: `announced-${i}`, name: alone ? labels.announced : rows[0].name, z: 3, symbol, symbolSize: 9,
                lineStyle: { width: 2.5 }, connectNulls: false,
                data: known.map(row => point(row, row.to_date_basis === "announced" ? row.to_date : null)),
            });
            series.push({
                ...common, id: `marks-${i}`, name: alone ? labels.derived : rows[0].name, type: "scatter", z: 4, symbol, symbolSize: 8,
                itemStyle: { color: isDark() ? "#12191c" : "#fff", borderColor: colour, borderWidth: 2 },
                data: known.filter(row => row.to_date_basis !== "announced").map(row => point(row, row.to_date)),
            });
            const bounds = rows.filter(row => row.to_date_basis === "at_least");
            if (bounds.length > 0) {
                series.push({
                    ...common, id: `least-${i}`, name: alone ? labels.at_least : rows[0].name, type: "scatter", symbol: "triangle", symbolSize: 9,
                    itemStyle: { color: "transparent", borderColor: colour, borderWidth: 1.5 },
                    data: bounds.map(row => point(row, row.to_date)),
                });
            }
            if (councils.size <= 3) {
                series.push({
                    ...common, id: `recorded-${i}`, name: alone ? labels.recorded : `${rows[0].name}: ${labels.recorded}`, z: 1, symbol: "none",
                    lineStyle: { width: 1 }, areaStyle: { opacity: 0.25 },
                    data: rows.map(row => point(row, row.recorded_to_date)),
                });
            }
        });
        return { ...base(labels), xAxis: axis({ type: "time" }), yAxis: axis({ type: "value", minInterval: 1 }), series };
    }

    function meetings(table, labels) {
        const rows = table.filter(row => row.meeting !== null);
        const alone = grouped(rows, "council").size === 1;
        const bar = (id, name, style, pick) => ({
            id, name, type: "bar", barGap: "10%", itemStyle: style, emphasis: { disabled: true },
            data: rows.map(row => ({ value: pick(row), page: row.page })),
        });
        const [announced, , recorded] = colours();
        return {
            ...base(labels),
            xAxis: axis({ type: "category", data: rows.map(row => (alone ? `${row.meeting}` : `${row.council} ${row.meeting}`)) }),
            yAxis: axis({ type: "value", minInterval: 1 }),
            series: [
                bar("announced", labels.announced, { color: announced }, row => (row.new_basis === "announced" ? row.new : null)),
                bar("derived", labels.derived, { color: "transparent", borderColor: announced, borderType: "dotted", borderWidth: 2 },
                    row => (row.new_basis !== "announced" && row.new_basis !== "at_least" ? row.new : null)),
                bar("recorded", labels.recorded, { color: recorded, opacity: 0.7 }, row => row.recorded_new),
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

    const DRAW = { steps, meetings, bars, stack, network };

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
            const paper = canvas.getContext("2d");
            paper.fillStyle = isDark() ? "#12191c" : "#fff";
            paper.fillRect(0, 0, canvas.width, canvas.height);
            paper.drawImage(image, 0, 0, canvas.width, canvas.height);
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
        const { rows } = await answer.json();
        const canvas = figure.querySelector(".chart-canvas");
        canvas.hidden = false;
        const chart = window.echarts.init(canvas, null, { renderer: "svg" });
        const paint = () => chart.setOption(DRAW[figure.dataset.kind](rows, figure.dataset), true);
        paint();
        chart.on("click", event => { if (event.data?.page) { window.location.href = event.data.page; } });
        window.addEventListener("resize", () => chart.resize());
        dark.addEventListener("change", paint);
        window.addEventListener("beforeprint", () => { printing = true; chart.resize({ width: 660, height: 180 }); paint(); });
        window.addEventListener("afterprint", () => { printing = false; chart.resize({ width: "auto", height: "auto" }); paint(); });
        figure.querySelectorAll("[data-save]").forEach(button => {
            button.hidden = false;
            button.addEventListener("click", () => save(figure, chart, button.dataset.save));
        });
        figure.dataset.drawn = "true";
    }

    document.querySelectorAll("figure.chart").forEach(draw);
})();
