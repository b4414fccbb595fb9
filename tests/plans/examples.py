"""The two worked examples of the format, and what their answers are, counted by hand over every plan."""

from __future__ import annotations

from typing import Any

KNAPSACK: dict[str, Any] = {
    "format": "styrehjul.plan/1",
    "pools": [{"id": "A", "capacity": 8}, {"id": "B", "capacity": 7}],
    "items": [
        {"id": "a", "value": 10, "demand": {"A": 5, "B": 4}},
        {"id": "b", "value": 7, "demand": {"A": 4, "B": 3}},
        {"id": "c", "value": 7, "demand": {"A": 4, "B": 3}},
        {"id": "d", "value": 3, "demand": {"A": 1, "B": 3}},
    ],
}
YEAR: dict[str, Any] = {
    "format": "styrehjul.plan/1",
    "name": "Eksempel 2027",
    "periods": [{"id": f"2027K{quarter}", "year": 2027} for quarter in (1, 2, 3, 4)],
    "pools": [
        {"id": "PL", "name": "projektlederne", "unit": "timer", "per": "period", "capacity": 300},
        {"id": "ARK", "name": "it-arkitekterne", "unit": "timer", "per": "period", "capacity": [120, 120, 80, 120]},
        {"id": "KR", "name": "penge", "unit": "1.000 kr.", "per": "year", "capacity": {"2027": 1800}},
    ],
    "items": [
        {
            "id": "FKDS", "value": 20, "duration": 2, "starts": ["2027K1"], "must": True,
            "demand": {"PL": 120, "ARK": [60, 40], "KR": 150},
        },
        {
            "id": "KOERSEL", "name": "Kørsel", "value": [46, 45, 44, 43], "duration": 2,
            "demand": {"PL": [160, 120], "ARK": [40, 20], "KR": [300, 200]},
        },
        {
            "id": "BOLIG", "value": [48, 47, 46, 45], "duration": 3,
            "demand": {"PL": [100, 100, 60], "ARK": 40, "KR": [200, 200, 100]},
        },
        {
            "id": "SENSOR", "name": "Sensorer", "value": [30, 29, 28, 27], "duration": 2,
            "demand": {"PL": [100, 80], "ARK": [0, 20], "KR": [250, 150]},
        },
        {"id": "CHAT", "value": [24, 23, 22, 21], "duration": 1, "demand": {"PL": 120, "ARK": 60, "KR": 200}},
        {"id": "ARKIV", "value": [33, 32, 31, 30], "duration": 2, "demand": {"PL": 140, "ARK": 60, "KR": 100}},
    ],
    "requires": [{"item": "CHAT", "needs": "ARKIV", "when": "finished"}],
    "excludes": [["SENSOR", "BOLIG"]],
    "groups": [{"id": "OMSORG", "items": ["KOERSEL", "BOLIG", "SENSOR"], "max_active": 1}],
}  # fmt: skip
