# Reads one assignment problem from a file, says what it is, then answers each line with its seconds and its objective.
# The file: rows, columns, arcs and 0 as 32-bit integers; row starts and columns of arcs (none if dense); gains as doubles.
import sys
import time

import numpy as np
import scipy
from scipy.optimize import linear_sum_assignment
from scipy.sparse import csr_array
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

with open(sys.argv[1], "rb") as file:
    rows, columns, arcs, _ = np.fromfile(file, np.int32, 4)
    if arcs == rows * columns:
        dense = np.fromfile(file, np.float64, arcs).reshape(rows, columns)
        solve = lambda: linear_sum_assignment(dense, maximize=True)
        gain = lambda found: dense[found].sum()
    else:
        starts = np.fromfile(file, np.int32, rows + 1)
        ends = np.fromfile(file, np.int32, arcs)
        sparse = csr_array((np.fromfile(file, np.float64, arcs), ends, starts), shape=(rows, columns))
        solve = lambda: min_weight_full_bipartite_matching(sparse, maximize=True)
        gain = lambda found: sparse[found].sum()

print(f"scipy {scipy.__version__}, Python {sys.version.split()[0]}", flush=True)
for _ in sys.stdin:
    started = time.perf_counter()
    found = solve()
    seconds = time.perf_counter() - started
    print(seconds, gain(found), flush=True)
