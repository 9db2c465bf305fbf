// The picture of one host: per PE and exception level a lane, in it the functions above and the steps below.
// All hosts share one scale, so that what takes less time is shorter.
const LEFT = 92;
const FUNCTION_HEIGHT = 25;
const STEP_HEIGHT = 22;
const LANE_HEIGHT = FUNCTION_HEIGHT + STEP_HEIGHT + 9;
const AXIS_HEIGHT = 22;
const FILL = { MRS: 'mrs', MSR: 'msr', EXCEPTION: 'exception', ERET: 'eret', BARRIER: 'barrier', LOAD_PAIR: 'pair',
    STORE_PAIR: 'pair', MAINTENANCE: 'maintenance', PSTATE: 'pstate', INSTRUCTION: 'instruction', CALL: 'instruction',
    LOAD_DEVICE: 'device', STORE_DEVICE: 'device', IDLE: 'idle' };
const WORLD_FILL = { guest_EL0: 'guest', guest_EL1: 'guest', host_user_EL0: 'user', host_kernel_EL1: 'kernel',
    hyp_EL2: 'hyp', host_kernel_EL2: 'kernel', EL0: 'user', EL1: 'kernel', EL2: 'hyp' };

// What part of time is seen: `from` at the left edge, `scale` pixels per hundredth of a cycle.
const view = { from: 0, scale: 1 };

class Timeline {
    constructor(host, canvas) {
        this.host = host;
        this.canvas = canvas;
        this.lanes = [];
        const lane = (pe, el) => {
            let found = this.lanes.find(l => l.pe === pe && l.el === el);
            if (!found) {
                found = { pe, el, functions: [], steps: [] };
                this.lanes.push(found);
            }
            return found;
        };
        host.functions.forEach(f => lane(f[0], f[1]).functions.push(f));
        host.steps.forEach((step, i) => lane(step[PE], step[EL]).steps.push(i));
        this.lanes.sort((a, b) => a.pe - b.pe || a.el - b.el);
        for (const l of this.lanes) {
            l.functions.sort((a, b) => a[5] - b[5]);
        }
        canvas.style.height = AXIS_HEIGHT + this.lanes.length * LANE_HEIGHT + 'px';
    }

    x(time) {
        return LEFT + (time - view.from) * view.scale;
    }

    time(x) {
        return view.from + (x - LEFT) / view.scale;
    }

    draw() {
        const ratio = window.devicePixelRatio || 1;
        const width = this.canvas.clientWidth;
        const height = this.canvas.clientHeight;
        this.canvas.width = width * ratio;
        this.canvas.height = height * ratio;
        this.width = width;
        const style = getComputedStyle(document.documentElement);
        this.color = name => style.getPropertyValue('--' + name);
        const g = this.canvas.getContext('2d');
        this.g = g;
        g.scale(ratio, ratio);
        g.textBaseline = 'middle';
        this.axis(height);
        this.lanes.forEach((lane, i) => this.lane(lane, AXIS_HEIGHT + i * LANE_HEIGHT));
        this.spanAndPlace(height);
    }

    axis(height) {
        const { g } = this;
        const unit = nice(110 / view.scale / 100) * 100;
        g.font = '14px system-ui, sans-serif';
        for (let t = Math.ceil(view.from / unit) * unit; this.x(t) < this.width; t += unit) {
            g.fillStyle = this.color('line');
            g.fillRect(this.x(t), 0, 1, height);
            g.fillStyle = this.color('soft');
            g.fillText(cycles(t), this.x(t) + 4, AXIS_HEIGHT / 2);
        }
    }

    lane(lane, top) {
        const { g } = this;
        g.fillStyle = this.color('line');
        g.fillRect(LEFT, top + LANE_HEIGHT - 5, this.width - LEFT, 1);
        g.save();
        g.beginPath();
        g.rect(LEFT, 0, this.width - LEFT, 1e5);
        g.clip();
        g.font = '15px "DejaVu Sans Mono", Menlo, Consolas, monospace';
        this.functions(lane, top);
        this.steps(lane, top + FUNCTION_HEIGHT);
        g.restore();
        g.fillStyle = this.color('text');
        g.font = '600 17px system-ui, sans-serif';
        const label = this.lanes.at(-1).pe > 0 ? `PE${lane.pe} EL${lane.el}` : `EL${lane.el}`;
        g.fillText(label, 6, top + (FUNCTION_HEIGHT + STEP_HEIGHT) / 2);
    }

    functions(lane, top) {
        const { trace } = this.host;
        let drawn = -1;
        for (let i = firstAfter(lane.functions, f => f[6], view.from); i < lane.functions.length; i++) {
            const [, , world, text, , start, end] = lane.functions[i];
            const x = this.x(start);
            if (x > this.width) {
                break;
            }
            const right = Math.max(this.x(end), x + 1);
            if (right > drawn + 0.5) {
                this.box(x, top, right - x, FUNCTION_HEIGHT - 1, this.color(WORLD_FILL[trace.worlds[world]]),
                    trace.texts[text], this.color('text'));
                drawn = right;
            }
        }
    }

    steps(lane, top) {
        const { trace, steps } = this.host;
        let drawn = -1;
        const first = firstAfter(lane.steps, s => steps[s][START] + steps[s][DURATION], view.from);
        for (let i = first; i < lane.steps.length; i++) {
            const step = steps[lane.steps[i]];
            const x = this.x(step[START]);
            if (x > this.width) {
                break;
            }
            const kind = trace.kinds[step[KIND]];
            const journey = kind === 'EXCEPTION' || kind === 'ERET';
            const right = Math.max(this.x(step[START] + step[DURATION]), x + (journey ? 2 : 1));
            if (FILL[kind] && (journey || right > drawn + 0.5)) {
                this.box(x, top, right - x, STEP_HEIGHT, this.color(FILL[kind]), label(trace, step), this.color('page'));
                drawn = right;
                if (journey && step[FROM] !== step[TO]) {
                    this.arrow(lane.pe, step[FROM], step[TO], kind === 'ERET' ? right : x, this.color(FILL[kind]));
                }
            }
        }
    }

    box(x, y, width, height, fill, text, ink) {
        const { g } = this;
        g.fillStyle = fill;
        g.fillRect(x, y, width > 3 ? width - 1 : width, height);
        const left = Math.max(x, LEFT) + 4;
        const room = Math.min(x + width, this.width) - left - 3;
        if (room > 24) {
            g.fillStyle = ink;
            const fits = Math.floor(room / 9.1);
            g.fillText(text.length <= fits ? text : fits > 3 ? text.slice(0, fits - 1) + '…' : '', left, y + height / 2 + 1);
        }
    }

    // From the steps of one lane to those of another.
    arrow(pe, from, to, x, color) {
        const middle = el => {
            const lane = this.lanes.findIndex(l => l.pe === pe && l.el === el);
            return lane < 0 ? null : AXIS_HEIGHT + lane * LANE_HEIGHT + FUNCTION_HEIGHT + STEP_HEIGHT / 2;
        };
        const a = middle(from);
        const b = middle(to);
        if (a === null || b === null) {
            return;
        }
        const { g } = this;
        const down = Math.sign(b - a);
        g.fillStyle = color;
        g.fillRect(x - 1, Math.min(a, b), 2, Math.abs(b - a));
        g.beginPath();
        g.moveTo(x, b - down * (STEP_HEIGHT / 2 - 9));
        g.lineTo(x - 5, b - down * (STEP_HEIGHT / 2 + 2));
        g.lineTo(x + 5, b - down * (STEP_HEIGHT / 2 + 2));
        g.fill();
    }

    spanAndPlace(height) {
        const { g, host } = this;
        g.save();
        g.beginPath();
        g.rect(LEFT, 0, this.width - LEFT, height);
        g.clip();
        if (host.span) {
            g.fillStyle = this.color('span');
            g.fillRect(this.x(host.span[0]), 0, (host.span[1] - host.span[0]) * view.scale, height);
        }
        const step = host.current;
        if (step) {
            const x = this.x(step[START]);
            const width = Math.max(step[DURATION] * view.scale, 2);
            const lane = this.lanes.findIndex(l => l.pe === step[PE] && l.el === step[EL]);
            g.fillStyle = this.color('mark');
            g.fillRect(x, 0, 2, height);
            g.strokeStyle = this.color('mark');
            g.lineWidth = 3;
            g.strokeRect(x, AXIS_HEIGHT + lane * LANE_HEIGHT + FUNCTION_HEIGHT, width, STEP_HEIGHT);
        }
        g.restore();
    }

    // The step at a place of the picture: the last one of its lane that begins before it; -1 if there is none.
    at(x, y) {
        const lane = this.lanes[Math.floor((y - AXIS_HEIGHT) / LANE_HEIGHT)];
        if (!lane) {
            return -1;
        }
        const { steps } = this.host;
        const after = firstAfter(lane.steps, s => steps[s][START], this.time(x));
        return after > 0 ? lane.steps[after - 1] : -1;
    }
}

// The index of the first entry whose key is greater than `limit`; keys ascend.
function firstAfter(entries, keyOf, limit) {
    let low = 0;
    let high = entries.length;
    while (low < high) {
        const middle = low + high >> 1;
        if (keyOf(entries[middle]) > limit) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

// 1, 2 or 5 times a power of ten, at least `least`.
function nice(least) {
    const power = 10 ** Math.floor(Math.log10(least));
    return [1, 2, 5, 10].map(n => n * power).find(n => n >= least);
}

function cycles(centicycles) {
    return (centicycles / 100).toLocaleString('en-US', { maximumFractionDigits: 2 });
}

// What a step is, in a line.
const PREFIX = { ERET: 'ERET ', LOAD_DEVICE: 'ldr ', STORE_DEVICE: 'str ' };

function label(trace, step) {
    const text = trace.texts[step[TEXT]];
    const kind = trace.kinds[step[KIND]];
    if (kind !== 'MRS' && kind !== 'MSR') {
        return (PREFIX[kind] ?? '') + text;
    }
    const reached = trace.registers[step[REACHED]];
    return kind.toLowerCase() + ' ' + text + (reached === text ? '' : ' → ' + reached);
}
