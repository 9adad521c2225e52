// Marks the test by the same rules as Alongside, and tells a SCORM 1.2 system how it went. Nothing else leaves the page.
(function () {
  "use strict";

  var MOST_FRAMES = 10;

  // The system stands in one of the windows around this one, or around the one that opened it.
  function around(place) {
    for (var n = 0; n < MOST_FRAMES && place; n += 1) {
      try {
        if (place.API) { return place.API; }
      } catch (fault) {
        return null; // a window of another site
      }
      if (!place.parent || place.parent === place) { return null; }
      place = place.parent;
    }
    return null;
  }

  function wrapper(api) {
    var open = Boolean(api) && String(api.LMSInitialize("")) === "true";
    return {
      get: function (name) { return open ? String(api.LMSGetValue(name)) : ""; },
      set: function (name, value) { if (open) { api.LMSSetValue(name, String(value)); } },
      keep: function () { if (open) { api.LMSCommit(""); } },
      finish: function () {
        if (open) { api.LMSFinish(""); }
        open = false;
      }
    };
  }

  // Hours, minutes and seconds, as SCORM 1.2 writes them: 0000:12:30
  function span(seconds) {
    function two(number) { return (number < 10 ? "0" : "") + number; }
    var hours = Math.floor(seconds / 3600);
    return "00" + two(hours) + ":" + two(Math.floor(seconds / 60) % 60) + ":" + two(Math.floor(seconds) % 60);
  }

  function answer(form, question) {
    var fields = Array.prototype.slice.call(form.querySelectorAll('[name="' + question.id + '"]'));
    if (question.kind === "order") {
      return fields
        .filter(function (field) { return field.value !== ""; })
        .sort(function (a, b) { return Number(a.value) - Number(b.value); })
        .map(function (field) { return field.dataset.line; });
    }
    if (question.kind === "match") {
      return fields.filter(function (field) { return field.value === field.dataset.line; }).map(function (field) { return field.value; });
    }
    return fields.filter(function (field) { return field.checked; }).map(function (field) { return field.value; });
  }

  // Two lines with the same number have no order.
  function isClear(form, question) {
    var numbers = Array.prototype.map.call(form.querySelectorAll('[name="' + question.id + '"]'), function (field) { return Number(field.value); });
    return question.kind !== "order" || new Set(numbers).size === numbers.length;
  }

  // Whole marks or none, as in training/rules/questions.py.
  function isRight(form, question) {
    var given = answer(form, question), right = question.right;
    if (question.kind !== "order") { given = given.slice().sort(); right = right.slice().sort(); }
    if (question.kind === "single" || question.kind === "true_false" || question.kind === "branch") {
      return given.length === 1 && right.indexOf(given[0]) !== -1;
    }
    return given.length === right.length && given.every(function (one, n) { return one === right[n]; }) && isClear(form, question);
  }

  function say(result, score, passed, wrong) {
    result.textContent = "";
    var words = [
      "You have " + score + " out of 100.",
      passed ? "You have passed." : "You have not passed yet. Look at the lessons again, and try once more."
    ];
    if (wrong.length) { words.push("Look again at: " + wrong.join(", ") + "."); }
    words.forEach(function (line) {
      var paragraph = document.createElement("p");
      paragraph.textContent = line;
      result.appendChild(paragraph);
    });
    result.focus();
  }

  var begun = Date.now();
  var marks = JSON.parse(document.getElementById("marks").textContent);
  var form = document.getElementById("test"), result = document.getElementById("result");
  var system = wrapper(around(window) || around(window.opener));
  var before = system.get("cmi.core.lesson_status");
  var hasPassed = before === "passed" || before === "completed";
  if (!hasPassed) { system.set("cmi.core.lesson_status", "incomplete"); system.keep(); }
  form.hidden = false;

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    var points = 0, outOf = 0, wrong = [];
    marks.questions.forEach(function (question) {
      outOf += question.points;
      if (isRight(form, question)) { points += question.points; } else { wrong.push("question " + question.number); }
    });
    var score = outOf ? Math.floor(points * 100 / outOf) : 100, passed = score >= marks.passMark;
    // A pass is never taken back.
    if (passed || !hasPassed) {
      system.set("cmi.core.score.min", 0);
      system.set("cmi.core.score.max", 100);
      system.set("cmi.core.score.raw", score);
      system.set("cmi.core.lesson_status", passed ? "passed" : "failed");
      system.keep();
    }
    hasPassed = hasPassed || passed;
    say(result, score, passed, wrong);
  });

  window.addEventListener("pagehide", function () {
    system.set("cmi.core.session_time", span((Date.now() - begun) / 1000));
    system.finish();
  });
})();
