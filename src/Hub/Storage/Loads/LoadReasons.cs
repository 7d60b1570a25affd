using IntegrationHub.Core.Loads;

namespace IntegrationHub.Storage.Loads;

/// <summary>Reasons and states of loads as the table holds them.</summary>
internal static class LoadReasons
{
    public const string FirstLoad = "first-load";
    public const string Jump = "jump";
    public const string Open = "open";
    public const string Released = "released";
    public const string Kept = "kept";

    public static LoadReason Reason(string text) => text == FirstLoad ? LoadReason.FirstLoad : LoadReason.Jump;

    public static LoadState State(string text) => text switch
    {
        Open => LoadState.Open,
        Kept => LoadState.Kept,
        _ => LoadState.Released,
    };

    public static string Text(LoadState state) => state switch
    {
        LoadState.Open => Open,
        LoadState.Kept => Kept,
        _ => Released,
    };
}
