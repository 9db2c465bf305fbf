(function () {
  var data = JSON.parse(document.getElementById("what-if-data").textContent);
  var select = document.getElementById("what-if-cost");
  var scale = document.getElementById("what-if-scale");
  var out = document.getElementById("what-if-out");
  var curve = document.getElementById("what-if-curve");
  var dot = document.getElementById("what-if-dot");
  data.costs.forEach(function (cost, i) { select.add(new Option(cost.key, i)); });
  function ratio(cost, factor) {
    return (data.split + (factor - 1) * cost.split) / (data.vhe + (factor - 1) * cost.vhe);
  }
  function draw() {
    var cost = data.costs[select.value];
    var values = [];
    for (var i = 0; i <= 80; i++) { values.push(ratio(cost, i / 20)); }
    var top = Math.max.apply(null, values.concat([1])) * 1.1;
    function x(factor) { return 40 + factor / 4 * 640; }
    function y(value) { return 200 - value / top * 180; }
    curve.setAttribute("points", values.map(function (v, i) { return x(i / 20) + "," + y(v); }).join(" "));
    var now = ratio(cost, Number(scale.value));
    dot.setAttribute("cx", x(Number(scale.value)));
    dot.setAttribute("cy", y(now));
    out.textContent = cost.key + " times " + Number(scale.value).toFixed(2) + ": " + now.toFixed(3);
  }
  select.addEventListener("change", draw);
  scale.addEventListener("input", draw);
  draw();
})();
