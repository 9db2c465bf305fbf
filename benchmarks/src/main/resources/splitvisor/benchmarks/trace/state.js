'use strict';

// The recording of one host, and the registers at a place in it. A step is a row of numbers, see COLUMNS in
// PageData; its changes follow from CHANGES on as register, before, after.
const CHANGES = 15;
const [START, DURATION, KIND, PE, EL, WORLD, PATH, TEXT, REACHED, VALUE, HEADING, RULE, REASON, FROM, TO] =
    Array(CHANGES).keys();

class Host {
    constructor(trace, host) {
        this.trace = trace;
        this.name = host.name;
        this.end = host.end;
        this.steps = host.steps;
        this.functions = host.functions;
        this.position = 0;
        this.state = new Map();
        this.span = null;
        for (const [pe, register, value] of host.initial) {
            this.state.set(key(pe, register), value);
        }
        this.work = this.totals().all;
    }

    // The step that was done last, or null at the beginning.
    get current() {
        return this.position > 0 ? this.steps[this.position - 1] : null;
    }

    forward() {
        const step = this.steps[this.position++];
        for (let i = CHANGES; i < step.length; i += 3) {
            this.state.set(key(step[PE], step[i]), step[i + 2]);
        }
    }

    back() {
        const step = this.steps[--this.position];
        for (let i = step.length - 3; i >= CHANGES; i -= 3) {
            this.state.set(key(step[PE], step[i]), step[i + 1]);
        }
    }

    go(position) {
        const target = Math.max(0, Math.min(this.steps.length, position));
        while (this.position < target) {
            this.forward();
        }
        while (this.position > target) {
            this.back();
        }
    }

    // The value of a register by name, as hex digits; undefined when no step of the trace mentions it.
    register(pe, name) {
        const value = this.state.get(key(pe, this.trace.registers.indexOf(name)));
        return value === undefined ? undefined : this.trace.values[value];
    }

    // The position after the next (direction 1) or previous (-1) step of a kind; this one when there is none.
    next(kind, direction) {
        const wanted = this.trace.kinds.indexOf(kind);
        for (let i = this.position - 1 + direction; i >= 0 && i < this.steps.length; i += direction) {
            if (this.steps[i][KIND] === wanted) {
                return i + 1;
            }
        }
        return this.position;
    }

    // What happened in the span, by class: how often, read and written, and hundredths of cycles. What no step
    // accounts for is plain code. Waiting is no work, and in no sum.
    totals() {
        const [from, to] = this.span ?? [0, Infinity];
        const inside = (start, end) => Math.max(0, Math.min(end, to) - Math.max(start, from));
        const rows = new Map();
        let counted = 0;
        for (const step of this.steps) {
            const cycles = inside(step[START], step[START] + step[DURATION]);
            counted += cycles;
            if (step[START] < from || step[START] >= to) {
                if (cycles === 0) {
                    continue;
                }
            }
            const row = rows.get(step[HEADING]) ?? { read: 0, written: 0, count: 0, cycles: 0 };
            const kind = this.trace.kinds[step[KIND]];
            row.read += kind === 'MRS' || kind === 'LOAD_DEVICE';
            row.written += kind === 'MSR' || kind === 'PSTATE' || kind === 'STORE_DEVICE';
            row.count++;
            row.cycles += cycles;
            rows.set(step[HEADING], row);
        }
        const waits = rows.get(this.trace.headings.indexOf('Waiting'))?.cycles ?? 0;
        let all = -waits;
        for (const [, , , , , start, end] of this.functions) {
            all += inside(start, end);
        }
        return { rows, plain: all + waits - counted, waits, all };
    }
}

function key(pe, register) {
    return pe * 4096 + register;
}
