namespace TestPlugins.Good;

/// <summary>Options within an option.</summary>
public sealed class GoodLimits
{
    /// <summary>The most there may be.</summary>
    public int Most { get; set; } = 5;
}
