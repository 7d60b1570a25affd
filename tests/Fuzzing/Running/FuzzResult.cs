using System.Globalization;

namespace IntegrationHub.Fuzzing.Tests.Running;

/// <summary>What a run over one target saw.</summary>
internal sealed class FuzzResult(string target)
{
    public int Inputs { get; set; }

    public long Accepted { get; set; }

    public long Quarantined { get; set; }

    /// <summary>Records accepted of inputs as they are: that this is not none shows that the way is the right one.</summary>
    public long Unspoilt { get; set; }

    public TimeSpan Taken { get; set; }

    /// <summary>Inputs that held no record: an empty bundle, a stream without a frame.</summary>
    public int Nothing { get; set; }

    public TimeSpan Slowest { get; set; }

    public List<string> Failures { get; } = [];

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{target}: {Inputs} inputs in {Taken.TotalSeconds:F0} s, {Unspoilt} records of samples accepted, of spoilt ones {Accepted} accepted, {Quarantined} quarantined or refused, {Nothing} inputs without a record, slowest {Slowest.TotalMilliseconds:F0} ms, {Failures.Count} failures");
}
