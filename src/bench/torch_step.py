"""The private training step of the product beside the same step in PyTorch, one thread each, taking turns.

    /usr/bin/python3 src/bench/torch_step.py [ROUNDS] [STEPS]

Needs python3-torch and `mvn -q -Pjmh -DskipTests package`. Same network (179 one-hot inputs of 15 attributes, 64,
latent 16, 64, 179; mixture prior of 20 components), same Poisson batches of expected 4,000 of 39,074 rows in chunks
of 256, same clipping (per-layer norms of ghost clipping, prior included), noise of one normal per parameter and Adam.
"""
import os, statistics, subprocess, sys, time, glob, math
os.environ["OMP_NUM_THREADS"] = "1"
import torch
import torch.nn.functional as F

rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
steps = int(sys.argv[2]) if len(sys.argv) > 2 else 40
torch.set_num_threads(1)
torch.manual_seed(1)
SIZES = [24, 9, 30, 16, 16, 7, 15, 6, 5, 2, 8, 8, 14, 17, 2]
ROWS, BATCH, CHUNK, D, H, K, BETA, CLIP, SIGMA = 39_074, 4_000, int(os.environ.get("CHUNK", 256)), 16, 64, 20, 0.6, 1.0, 10.0
P = sum(SIZES)
offsets = torch.tensor([sum(SIZES[:j]) for j in range(len(SIZES))])
codes = torch.stack([torch.randint(0, s, (ROWS,)) for s in SIZES], 1)
hot = codes + offsets
VALUE = 1 / math.sqrt(2)
onehot = torch.zeros(ROWS, P).scatter_(1, hot, 1.0)      # made once: the quick way to feed a dense first layer

def linear(n, m):
    return torch.randn(n, m) / math.sqrt(n), torch.zeros(m)

w1, b1 = linear(P, H); w2, b2 = linear(H, D); w3, b3 = linear(D, H); w4, b4 = linear(H, P)
pi, mean, logvar = torch.zeros(K), torch.randn(K, D), torch.zeros(K, D)
params = [w1, b1, w2, b2, w3, b3, w4, b4, pi, mean, logvar]
m1 = [torch.zeros_like(p) for p in params]; m2 = [torch.zeros_like(p) for p in params]
count = [0]

def chunk_gradient(rows, total):
    """Forward and backward by hand without autograd's graph; per-record norms; the clipped sum."""
    x = onehot[rows]; n = len(rows); xs = x * VALUE
    h1 = torch.relu(torch.addmm(b1, xs, w1))
    z = torch.addmm(b2, h1, w2) + torch.randn(n, D)
    h3 = torch.relu(torch.addmm(b3, z, w3))
    g4 = torch.addmm(b4, h3, w4)
    for part in torch.split(g4, SIZES, 1):
        part.copy_(torch.softmax(part, 1))
    g4 -= x
    g3 = (g4 @ w4.t()) * (h3 > 0)
    gz = g3 @ w3.t()
    precision = torch.exp(-logvar)
    diff = z.unsqueeze(1) - mean
    e = diff * diff * precision
    r = torch.softmax(torch.log_softmax(pi, 0) - 0.5 * (e + logvar).sum(2), 1)
    weighted = r.unsqueeze(2) * diff * precision
    gz = gz + BETA * weighted.sum(1)
    g1 = (gz @ w2.t()) * (h1 > 0)
    own_variance = 0.5 * r.unsqueeze(2) * (1 - e)
    own_pi = torch.softmax(pi, 0) - r
    sq = BETA ** 2 * (weighted.square().sum((1, 2)) + own_variance.square().sum((1, 2)) + own_pi.square().sum(1))
    for a, g in ((xs, g1), (h1, gz), (z, g3), (h3, g4)):
        sq += (a.square().sum(1) + 1) * g.square().sum(1)
    c = (CLIP / sq.sqrt()).clamp(max=1.0)
    for i, (a, g) in enumerate(((xs, g1), (h1, gz), (z, g3), (h3, g4))):
        scaled = g * c.unsqueeze(1)
        total[2 * i].addmm_(a.t(), scaled)
        total[2 * i + 1] += scaled.sum(0)
    total[8] += BETA * (c @ own_pi)
    total[9] -= BETA * torch.einsum("n,nkd->kd", c, weighted)
    total[10] += BETA * torch.einsum("n,nkd->kd", c, own_variance)

def step():
    rows = torch.nonzero(torch.rand(ROWS) < BATCH / ROWS).flatten()
    total = [torch.zeros_like(p) for p in params]
    for start in range(0, len(rows), CHUNK):
        chunk_gradient(rows[start:start + CHUNK], total)
    count[0] += 1
    for p, g, a, b in zip(params, total, m1, m2):
        g = (g + SIGMA * CLIP * torch.randn_like(g)) / BATCH
        a.mul_(0.9).add_(g, alpha=0.1)
        b.mul_(0.99).addcmul_(g, g, value=0.01)
        p.addcdiv_(a / (1 - 0.9 ** count[0]), (b / (1 - 0.99 ** count[0])).sqrt_().add_(1e-8), value=-1e-3)

top = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
classes = os.environ.get("CLASSES") or ":".join([top + "/target/test-classes", top + "/target/classes"] + glob.glob(top + "/target/jmh-lib/*.jar"))

def product(cores):
    process = subprocess.Popen(["java", f"-XX:ActiveProcessorCount={cores}", "-cp", classes, "modulus.vae.training.StepLoop", str(steps)],
                               stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    while process.stdout.readline().strip() != "ready":
        pass
    return process

with torch.no_grad():
    for _ in range(30):
        step()
    java = {1: product(1), 2: product(2)}
    times, noise, allocated, torches = {1: [], 2: []}, [], [], []
    for _ in range(rounds):
        for cores, process in java.items():
            process.stdin.write("\n"); process.stdin.flush()
            ms, ns, bytes_ = process.stdout.readline().split()
            times[cores].append(float(ms))
            if cores == 1:
                noise.append(float(ns)); allocated.append(int(bytes_))
        start = time.perf_counter()
        for _ in range(steps):
            step()
        torches.append(1e3 * (time.perf_counter() - start) / steps)
    for process in java.values():
        process.stdin.close(); process.wait()
one, two, other = statistics.median(times[1]), statistics.median(times[2]), statistics.median(torches)
ratios = [b / a for a, b in zip(times[1], torches)]
print(f"ms per step, medians of {rounds} rounds of {steps} steps: product, one core {one:.2f}; two cores {two:.2f}; torch {torch.__version__}, one thread {other:.2f}")
print(f"torch / product on one core: {statistics.median(ratios):.2f} (from {min(ratios):.2f} to {max(ratios):.2f} in a round); two cores: {other / two:.2f}")
print(f"noise of a step: {statistics.median(noise):.3f} ms, {100 * statistics.median(n / t for n, t in zip(noise, times[1])):.1f} % of it; bytes allocated per step: first round {allocated[0]}, last {allocated[-1]}")
