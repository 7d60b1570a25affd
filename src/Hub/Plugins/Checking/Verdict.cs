namespace IntegrationHub.Plugins.Checking;

/// <summary>How a check ended.</summary>
public enum Verdict
{
    /// <summary>The property holds.</summary>
    Holds,

    /// <summary>It does not; the detail says what is wrong and what to do.</summary>
    Fails,

    /// <summary>It cannot be told until the plugin's maker supplies something; the detail says what.</summary>
    ToSupply,
}
