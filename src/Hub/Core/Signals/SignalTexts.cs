namespace IntegrationHub.Core.Signals;

/// <summary>The texts of signals that no rule says.</summary>
public static class SignalTexts
{
    /// <summary>What a case worker reads when a signal lost its ground, by language.</summary>
    public static IReadOnlyDictionary<string, string> Withdrawn { get; } = new Dictionary<string, string>
    {
        ["nl"] = "Deze melding geldt niet meer: er is nieuwere informatie. Je hoeft hiervoor niets te doen. Nam je al contact op? Bekijk dan eerst wat er veranderde.",
        ["en"] = "This signal no longer holds: there is newer information. There is nothing to do. Did you already get in touch? Then look first at what changed.",
    };
}
