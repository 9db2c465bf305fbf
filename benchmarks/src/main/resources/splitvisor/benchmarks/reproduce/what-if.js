(function () {
  var ratios = JSON.parse(document.getElementById("what-if-data").textContent);
  var chosen = document.getElementById("what-if-ratio");
  var select = document.getElementById("what-if-cost");
  var scale = document.getElementById("what-if-scale");
  var out = document.getElementById("what-if-out");
  var svg = document.getElementById("what-if");
  var left = 60, right = 740, top = 40, bottom = 250, most = 4;
  ratios.forEach(function (r, i) { chosen.add(new Option(r.what, i)); });
  function fill() {
    var key = select.value === "" ? "" : select.selectedOptions[0].dataset.key;
    select.replaceChildren();
    ratios[chosen.value].costs.forEach(function (cost, i) {
      var option = new Option(cost.label, i);
      option.dataset.key = cost.key;
      select.add(option);
      if (cost.key === key) { select.value = i; }
    });
    draw();
  }
  function add(tag, attributes, text) {
    var made = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (var name in attributes) { made.setAttribute(name, attributes[name]); }
    made.textContent = text || "";
    svg.append(made);
  }
  // A round step of which about five make `span`.
  function step(span) {
    var power = Math.pow(10, Math.floor(Math.log10(span / 5)));
    return [1, 2, 5, 10].map(function (n) { return n * power; }).find(function (s) { return span / s <= 5.0001; });
  }
  function draw() {
    var r = ratios[chosen.value];
    var cost = r.costs[select.value];
    function ratio(factor) {
      return (r.cycles[0] + (factor - 1) * cost.slow) / (r.cycles[1] + (factor - 1) * cost.fast);
    }
    var factors = [];
    for (var i = 0; i <= 120; i++) { factors.push(most * i * i / 14400); }
    var high = Math.max.apply(null, factors.map(ratio).concat([1]));
    var apart = step(high);
    high = Math.ceil(high / apart) * apart;
    function x(factor) { return left + factor / most * (right - left); }
    function y(value) { return bottom - value / high * (bottom - top); }
    svg.replaceChildren();
    add("text", { x: 8, y: 18, "font-size": 14 }, "cycles of " + r.slow + " / cycles of " + r.fast);
    for (var v = 0; v <= high + apart / 2; v += apart) {
      add("line", { x1: left, x2: right, y1: y(v), y2: y(v), stroke: v === 0 ? "#888" : "#ddd" });
      add("text", { x: left - 8, y: y(v) + 4, "font-size": 13, "text-anchor": "end" }, String(Number(v.toFixed(3))));
    }
    for (var f = 0; f <= most; f++) {
      add("line", { x1: x(f), x2: x(f), y1: bottom, y2: bottom + 5, stroke: "#888" });
      add("text", { x: x(f), y: bottom + 20, "font-size": 13, "text-anchor": "middle" }, String(f));
    }
    add("text", { x: (left + right) / 2, y: bottom + 40, "font-size": 13, "text-anchor": "middle" },
        "factor on " + cost.label + " (" + cost.key + ")");
    add("polyline", { fill: "none", stroke: "#0072b2", "stroke-width": 2.5,
        points: factors.map(function (g) { return x(g) + "," + y(ratio(g)); }).join(" ") });
    var now = Number(scale.value);
    add("circle", { r: 5, fill: "#d55e00", cx: x(now), cy: y(ratio(now)) });
    out.textContent = "With " + cost.label + " times " + now.toFixed(2) + ", " + r.slow + " takes "
        + ratio(now).toFixed(2) + " times the cycles of " + r.fast + ".";
  }
  chosen.addEventListener("change", fill);
  select.addEventListener("change", draw);
  scale.addEventListener("input", draw);
  fill();
})();
