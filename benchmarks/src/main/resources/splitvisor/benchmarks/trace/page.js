// The page: what the user does, and what then is shown.
const trace = JSON.parse(document.getElementById('data').textContent);
const hosts = trace.hosts.map(host => new Host(trace, host));
const bare = hosts[0].name === 'bare';
const ROW = 25;
const $ = id => document.getElementById(id);
let active = 0;
let timelines = [];

function element(parent, tag, className, text) {
    const made = document.createElement(tag);
    if (className) {
        made.className = className;
    }
    if (text !== undefined) {
        made.textContent = text;
    }
    parent.append(made);
    return made;
}

// Pictures.

function width() {
    return timelines[0].canvas.clientWidth - LEFT - 4;
}

function longest() {
    return Math.max(...hosts.map(host => host.end), 1);
}

function fit() {
    view.from = 0;
    view.scale = width() / longest();
    draw();
}

function zoom(factor, around) {
    const least = width() / longest();
    const scale = Math.min(Math.max(view.scale * factor, least), 4);
    const at = around ?? (hosts[active].current ?? [view.from])[START];
    const x = (at - view.from) * view.scale;
    const kept = x >= 0 && x <= width() ? x : width() / 2;
    view.from = at - kept / scale;
    view.scale = scale;
    pan(0);
}

function pan(part) {
    const seen = width() / view.scale;
    view.from = Math.max(0, Math.min(view.from + part * seen, longest() - seen));
    draw();
}

let drawing = 0;

function draw() {
    cancelAnimationFrame(drawing);
    drawing = requestAnimationFrame(() => timelines.forEach(timeline => timeline.draw()));
}

function follow() {
    const step = hosts[active].current;
    const seen = width() / view.scale;
    if (step && (step[START] < view.from || step[START] + Math.min(step[DURATION], seen) > view.from + seen)) {
        view.from = step[START] - seen / 3;
        pan(0);
    }
}

// Panels.

function show() {
    const host = hosts[active];
    document.querySelectorAll('.host').forEach((section, i) => {
        section.classList.toggle('active', i === active);
        section.querySelector('.place').textContent = place(hosts[i]);
    });
    showStep(host);
    showRegisters(host);
    scrollTo(host);
    follow();
    draw();
}

function place(host) {
    const at = host.current ? `, at ${cycles(host.current[START])}` : '';
    const work = cycles(host.work) === cycles(host.end) ? '' : ` from begin to end, ${cycles(host.work)} of work`;
    return `${cycles(host.end)} cycles${work}; step ${host.position.toLocaleString('en-US')} of `
        + `${host.steps.length.toLocaleString('en-US')}${at}`;
}

function showStep(host) {
    const panel = $('step');
    panel.replaceChildren();
    const step = host.current;
    if (host.steps.length === 0) {
        element(panel, 'p', 'what', `${host.name}: nothing was recorded`);
        element(panel, 'p', 'where', 'The machine stopped before the stretch began.');
        return;
    }
    if (!step) {
        element(panel, 'p', 'what', `${host.name}: before the first step`);
        element(panel, 'p', 'where', 'Step with the right arrow key; jump to the next trap with Shift and the same.');
        return;
    }
    const kind = trace.kinds[step[KIND]];
    const moves = kind === 'MRS' || kind === 'MSR';
    const device = kind === 'LOAD_DEVICE' || kind === 'STORE_DEVICE';
    element(panel, 'p', 'what mono', label(trace, step));
    const symbol = step[PATH] < 0 ? '' : ', in ' + trace.texts[step[PATH]];
    const who = bare ? '' : ', ' + trace.worlds[step[WORLD]];
    element(panel, 'p', 'where soft', `${host.name}, PE ${step[PE]}, EL${step[EL]}${who}${symbol}`);
    const facts = element(panel, 'dl');
    const fact = (name, text, className) => {
        element(facts, 'dt', '', name);
        return element(element(facts, 'dd'), 'span', className ?? '', text);
    };
    if (kind === 'EXCEPTION' && step[REASON] < 0) {
        fact('trap bit', 'none: it goes there without one');
    }
    if (step[REASON] >= 0) {
        fact(kind === 'EXCEPTION' && step[TO] === 2 ? 'trap bit' : 'control', reason(trace.texts[step[REASON]]), 'badge');
    }
    if (moves) {
        fact(kind === 'MRS' ? 'read' : 'written', '0x' + trace.values[step[VALUE]], 'mono');
        if (trace.texts[step[TEXT]] !== trace.registers[step[REACHED]]) {
            fact('name used', `${trace.texts[step[TEXT]]} → ${trace.registers[step[REACHED]]}`, 'mono');
        }
    }
    if (device) {
        fact(kind === 'LOAD_DEVICE' ? 'read' : 'written', '0x' + trace.values[step[VALUE]], 'mono');
    }
    if (kind === 'EXCEPTION') {
        fact('syndrome', '0x' + trace.values[step[VALUE]], 'mono');
    }
    for (let i = CHANGES; i < step.length; i += 3) {
        change(facts, step[i], step[i + 1], step[i + 2]);
    }
    if (kind === 'MSR' && step.length === CHANGES) {
        fact('changed', 'nothing: it had this value');
    }
    fact('class', trace.headings[step[HEADING]]);
    fact('time', `${cycles(step[DURATION])} (cycles), from ${cycles(step[START])} on`);
    if (step[RULE] >= 0) {
        const [reference, sentence] = trace.rules[step[RULE]];
        fact('rule', sentence);
        fact('Arm ARM', reference, 'mono');
    }
    if (step[PATH] >= 0) {
        fact('Linux', trace.texts[step[PATH]] + '()', 'mono');
    }
}

function reason(text) {
    return text.startsWith('!') ? text.slice(1) + ' = 0' : text;
}

function change(facts, register, before, after) {
    const name = trace.registers[register];
    element(facts, 'dt', 'mono', name);
    const shown = element(facts, 'dd', 'mono');
    element(shown, 'span', 'old', '0x' + trace.values[before]);
    shown.append(' → ');
    element(shown, 'span', 'new', '0x' + trace.values[after]);
    const bits = trace.bits[name];
    if (bits) {
        element(shown, 'div', 'bits', bitsOf(bits, trace.values[before], trace.values[after]));
    }
}

// The bits that were set (+) and cleared (-).
function bitsOf(bits, before, after) {
    const bit = (value, n) => BigInt('0x' + value) >> BigInt(n) & 1n;
    return Object.entries(bits)
        .filter(([, n]) => bit(before, n) !== bit(after, n))
        .map(([name, n]) => (bit(after, n) ? '+' : '−') + name)
        .join(' ');
}

function showRegisters(host) {
    const step = host.current;
    const pe = step ? step[PE] : host.steps.length > 0 ? host.steps[0][PE] : 0;
    const level = step ? step[TO] : host.steps.length > 0 ? host.steps[0][FROM] : 0;
    const hcr = BigInt('0x' + (host.register(pe, 'HCR_EL2') ?? '0'));
    const bit = name => `${name}=${hcr >> BigInt(trace.bits.HCR_EL2[name]) & 1n}`;
    $('registers-of').textContent = `PE ${pe} EL${level} ${bit('E2H')} ${bit('TGE')} ${bit('VM')}`;
    const wanted = $('filter').value.toUpperCase();
    const changed = new Set(step ? step.slice(CHANGES).filter((_, i) => i % 3 === 0) : []);
    const panel = $('values');
    panel.replaceChildren();
    for (const register of ordered) {
        const value = host.state.get(key(pe, register));
        if (value !== undefined && trace.registers[register].includes(wanted)) {
            const row = element(panel, 'div', changed.has(register) ? 'changed' : '');
            element(row, 'span', '', trace.registers[register]);
            element(row, 'span', '', trace.values[value]);
        }
    }
    panel.querySelector('.changed')?.scrollIntoView({ block: 'nearest' });
}

// Registers in the order in which they are shown: PSTATE, system registers by name, X0 to X30.
const ordered = [...trace.registers.keys()].sort((a, b) => rank(a) - rank(b)
    || trace.registers[a].localeCompare(trace.registers[b], 'en', { numeric: true }));

function rank(register) {
    const name = trace.registers[register];
    return name === 'PSTATE' ? 0 : /^X\d+$/.test(name) ? 2 : 1;
}

function showTotals() {
    const panel = $('totals');
    panel.replaceChildren();
    const all = hosts.map(host => host.totals());
    const spans = hosts.map(host => host.span
        ? `${host.name}: cycles ${cycles(host.span[0])} to ${cycles(host.span[1])}` : `${host.name}: whole`);
    element(panel, 'h2', '', 'Totals');
    element(panel, 'div', 'soft', spans.join('; '));
    const table = element(panel, 'table');
    const head = element(element(table, 'thead'), 'tr');
    element(head, 'th', '', '');
    hosts.forEach(host => {
        element(head, 'th', '', host.name);
        element(head, 'th', '', 'cycles');
    });
    const body = element(table, 'tbody');
    const row = (name, cells, className) => {
        const line = element(body, 'tr', className);
        element(line, 'td', '', name);
        cells.flat().forEach(cell => element(line, 'td', '', cell));
    };
    trace.headings.forEach((heading, i) => {
        const found = all.map(total => total.rows.get(i));
        if (heading !== 'Functions' && heading !== 'Waiting' && found.some(Boolean)) {
            row(heading, found.map(count => [counted(count), count ? cycles(count.cycles) : '']));
        }
    });
    row('Plain code', all.map(total => ['', cycles(total.plain)]));
    row('Together', all.map(total => ['', cycles(total.all)]), 'sum');
    if (all.some(total => total.waits > 0)) {
        row('Waiting besides', all.map(total => ['', cycles(total.waits)]));
    }
}

function counted(row) {
    if (!row) {
        return '';
    }
    const moves = [];
    if (row.read > 0) {
        moves.push(row.read + ' r');
    }
    if (row.written > 0) {
        moves.push(row.written + ' w');
    }
    return moves.length > 0 ? moves.join(' ') : String(row.count);
}

// The list of steps: only the rows that are seen exist.

function showRows() {
    const host = hosts[active];
    const list = $('list');
    const rows = $('rows');
    rows.replaceChildren();
    const first = Math.max(0, Math.floor(list.scrollTop / ROW) - 4);
    const last = Math.min(host.steps.length, first + Math.ceil(list.clientHeight / ROW) + 8);
    for (let i = first; i < last; i++) {
        const step = host.steps[i];
        const kind = trace.kinds[step[KIND]];
        const group = kind === 'FUNCTION' || kind === 'ARRIVAL' ? ' function' : '';
        const state = i === host.position - 1 ? ' current' : i >= host.position ? ' ahead' : '';
        const row = element(rows, 'div', 'row' + group + state, line(step));
        row.title = row.textContent;
        row.style.top = i * ROW + 'px';
        if (FILL[kind] && kind !== 'LOAD_PAIR' && kind !== 'STORE_PAIR') {
            row.style.color = `var(--${FILL[kind]})`;
        }
        row.onclick = () => go(i + 1);
    }
}

function line(step) {
    const kind = trace.kinds[step[KIND]];
    const valued = ['MRS', 'MSR', 'LOAD_DEVICE', 'STORE_DEVICE'].includes(kind);
    return label(trace, step) + (valued ? '  0x' + trace.values[step[VALUE]] : '');
}

function scrollTo(host) {
    const list = $('list');
    $('rows').style.height = host.steps.length * ROW + 'px';
    const y = (host.position - 1) * ROW;
    if (y < list.scrollTop + ROW || y > list.scrollTop + list.clientHeight - 2 * ROW) {
        list.scrollTop = Math.max(0, y - list.clientHeight / 3);
    }
    showRows();
}

// What the user does.

function go(position) {
    hosts[active].go(position);
    show();
}

function choose(index) {
    active = (index + hosts.length) % hosts.length;
    show();
}

function span(host, from, to) {
    host.span = from < to ? [from, to] : null;
    showTotals();
    draw();
}

// Begins or ends the span at the current step, which is part of it.
function mark(edge) {
    const host = hosts[active];
    const step = host.current;
    if (step) {
        const [from, to] = host.span ?? [0, host.end];
        const end = step[START] + step[DURATION];
        span(host, edge === 0 ? step[START] : Math.min(from, end), edge === 0 ? Math.max(to, end) : end);
    }
}

function theme() {
    const root = document.documentElement;
    const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
    draw();
}

const trap = direction => go(hosts[active].next('EXCEPTION', direction));
const KEYS = {
    ArrowRight: e => e.shiftKey ? trap(1) : go(hosts[active].position + 1),
    ArrowLeft: e => e.shiftKey ? trap(-1) : go(hosts[active].position - 1),
    PageDown: () => go(hosts[active].next('FUNCTION', 1)),
    PageUp: () => go(hosts[active].next('FUNCTION', -1)),
    Home: () => go(0),
    End: () => go(hosts[active].steps.length),
    ArrowUp: () => choose(active - 1),
    ArrowDown: () => choose(active + 1),
    '+': () => zoom(1.6),
    '=': () => zoom(1.6),
    '-': () => zoom(1 / 1.6),
    0: fit,
    a: () => pan(-0.25),
    d: () => pan(0.25),
    '[': () => mark(0),
    ']': () => mark(1),
    Escape: () => span(hosts[active], 0, 0),
    t: theme
};

document.addEventListener('keydown', e => {
    const act = KEYS[e.key.length === 1 ? e.key.toLowerCase() : e.key];
    if (act && !e.ctrlKey && !e.altKey && !e.metaKey && e.target !== $('filter')) {
        e.preventDefault();
        act(e);
    }
});

function listen(canvas, timeline, index) {
    const host = timeline.host;
    let from = null;
    canvas.addEventListener('pointerdown', e => {
        from = e.offsetX;
        canvas.setPointerCapture(e.pointerId);
    });
    canvas.addEventListener('pointermove', e => {
        if (from !== null && Math.abs(e.offsetX - from) > 5) {
            const times = [from, e.offsetX].map(x => Math.max(0, Math.min(timeline.time(x), host.end)));
            span(host, Math.min(...times), Math.max(...times));
        }
    });
    canvas.addEventListener('pointerup', e => {
        active = index;
        if (from !== null && Math.abs(e.offsetX - from) <= 5) {
            const step = timeline.at(e.offsetX, e.offsetY);
            host.go(step < 0 ? host.position : step + 1);
        }
        from = null;
        show();
    });
    canvas.addEventListener('wheel', e => {
        if (e.shiftKey || Math.abs(e.deltaX) > Math.abs(e.deltaY)) {
            pan((e.deltaX || e.deltaY) / 1000);
        } else {
            zoom(e.deltaY < 0 ? 1.25 : 0.8, timeline.time(e.offsetX));
        }
        e.preventDefault();
    }, { passive: false });
}

function legend() {
    const names = { exception: 'exception', eret: 'ERET', mrs: 'MRS', msr: 'MSR', pstate: 'PSTATE', pair: 'LDP, STP',
        device: 'device', barrier: 'barrier', maintenance: 'TLB, cache, AT', instruction: 'instruction' };
    const who = bare ? { user: 'EL0', kernel: 'EL1', hyp: 'EL2' }
        : { guest: 'guest', kernel: 'host kernel', hyp: 'lowvisor', user: 'host user' };
    for (const [color, name] of Object.entries({ ...names, ...who })) {
        const entry = element($('legend'), 'span');
        element(entry, 'i').style.background = `var(--${color})`;
        entry.append(name);
    }
}

function start() {
    document.title = trace.title;
    $('title').textContent = trace.title;
    $('profile').textContent = `profile ${trace.profile}; in cycles${hosts.length > 1 ? ', on one scale' : ''}`;
    timelines = hosts.map((host, i) => {
        const section = element($('timelines'), 'section', 'host');
        const heading = element(section, 'h2', '', host.name);
        element(heading, 'span', 'place soft');
        const canvas = element(section, 'canvas');
        const timeline = new Timeline(host, canvas);
        listen(canvas, timeline, i);
        return timeline;
    });
    legend();
    $('forward').onclick = () => go(hosts[active].position + 1);
    $('back').onclick = () => go(hosts[active].position - 1);
    $('next-trap').onclick = () => trap(1);
    $('previous-trap').onclick = () => trap(-1);
    $('zoom-in').onclick = () => zoom(1.6);
    $('zoom-out').onclick = () => zoom(1 / 1.6);
    $('fit').onclick = fit;
    $('theme').onclick = theme;
    $('filter').oninput = () => showRegisters(hosts[active]);
    $('list').onscroll = showRows;
    window.onresize = () => zoom(1);
    matchMedia('(prefers-color-scheme: dark)').onchange = draw;
    fit();
    showTotals();
    linked();
    show();
}

// A place in a link: `#vhe:57`, with `:40` behind it to zoom in 40 times.
function linked() {
    const [name, position, times] = decodeURIComponent(location.hash.slice(1)).split(':');
    const index = hosts.findIndex(host => host.name === name);
    if (index >= 0) {
        active = index;
        hosts[index].go(Number(position) || 0);
        zoom(Number(times) || 1);
    }
}

start();
