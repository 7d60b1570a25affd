using IntegrationHub.Fuzzing.Tests.Hub;
using IntegrationHub.Fuzzing.Tests.Mutating;

namespace IntegrationHub.Fuzzing.Tests.Targets;

/// <summary>One way in: what is sent there, and what may come of it. Anything that it throws is a failure.</summary>
/// <param name="name">Its name, in seeds and reports.</param>
/// <param name="shape">What its inputs are.</param>
/// <param name="share">How many inputs go here, in proportion: fewer where each takes long.</param>
/// <param name="corpus">What real and sample inputs look like.</param>
internal abstract class Target(string name, Shape shape, int share, IReadOnlyList<Sample> corpus)
{
    public string Name => name;

    public Shape Shape => shape;

    public int Share => share;

    public IReadOnlyList<Sample> Corpus => corpus;

    /// <summary>Sends one input the whole way.</summary>
    public abstract Task RunAsync(Sample sample, byte[] input, FuzzedHub hub, CancellationToken token);
}
