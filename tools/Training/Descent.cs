using System.Numerics.Tensors;

namespace ReportBot.Training;

/// <summary>Finds the weights of least loss with the limited-memory BFGS method (Nocedal 1980) and a backtracking line search.</summary>
internal sealed class Descent(TrainingRow[] rows, double[] penalties, double[] beliefs, int rounds)
{
    private const int Memory = 8;
    private const int MostTries = 30;

    private readonly List<(double[] Step, double[] Change, double Curvature)> _past = [];

    /// <summary>Improves the weights in place.</summary>
    public void Run(double[] weights)
    {
        var (gradient, next, nextGradient) = (new double[weights.Length], new double[weights.Length], new double[weights.Length]);
        var loss = Loss(weights, gradient);
        for (var round = 0; round < rounds; round++)
        {
            var direction = Direction(gradient);
            var slope = Dot(direction, gradient);
            var (rate, nextLoss) = (round == 0 ? 1e-2 : 1.0, 0.0);
            for (var tries = 0; tries < MostTries; tries++, rate /= 2)
            {
                for (var i = 0; i < weights.Length; i++)
                    next[i] = weights[i] + (rate * direction[i]);
                nextLoss = Loss(next, nextGradient);
                if (nextLoss <= loss + (1e-4 * rate * slope))
                    break;
            }

            if (loss - nextLoss < 1e-5 * loss)
                return;
            Remember(weights, next, gradient, nextGradient);
            Array.Copy(next, weights, weights.Length);
            (gradient, nextGradient, loss) = (nextGradient, gradient, nextLoss);
        }
    }

    private double Loss(double[] weights, double[] gradient)
    {
        var loss = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            var moved = weights[i] - beliefs[i];
            loss += 0.5 * penalties[i] * moved * moved;
            gradient[i] = penalties[i] * moved;
        }

        foreach (var row in rows)
        {
            var score = 0.0;
            foreach (var feature in row.Features)
                score += weights[feature];
            var signed = row.Holds ? score : -score;
            loss += row.Weight * (signed > 30 ? 0 : Math.Log(1 + Math.Exp(-signed)));
            var error = row.Weight * ((1 / (1 + Math.Exp(-score))) - (row.Holds ? 1 : 0));
            foreach (var feature in row.Features)
                gradient[feature] += error;
        }

        return loss;
    }

    private double[] Direction(double[] gradient)
    {
        var direction = new double[gradient.Length];
        Add(direction, gradient, -1);
        var shares = new double[_past.Count];
        for (var i = _past.Count - 1; i >= 0; i--)
        {
            shares[i] = Dot(_past[i].Step, direction) / _past[i].Curvature;
            Add(direction, _past[i].Change, -shares[i]);
        }

        if (_past.Count > 0)
            Scale(direction, _past[^1].Curvature / Dot(_past[^1].Change, _past[^1].Change));
        for (var i = 0; i < _past.Count; i++)
            Add(direction, _past[i].Step, shares[i] - (Dot(_past[i].Change, direction) / _past[i].Curvature));
        return direction;
    }

    private void Remember(double[] weights, double[] next, double[] gradient, double[] nextGradient)
    {
        var (step, change) = (new double[weights.Length], new double[weights.Length]);
        for (var i = 0; i < weights.Length; i++)
            (step[i], change[i]) = (next[i] - weights[i], nextGradient[i] - gradient[i]);
        if (Dot(step, change) is not (var curvature and > 1e-10))
            return;
        _past.Add((step, change, curvature));
        if (_past.Count > Memory)
            _past.RemoveAt(0);
    }

    private static double Dot(double[] a, double[] b) => Products.Sum<double>(a, b);

    private static void Add(double[] to, double[] what, double share) => TensorPrimitives.MultiplyAdd(what, share, to, to);

    private static void Scale(double[] what, double share) => TensorPrimitives.Multiply(what, share, what);
}
