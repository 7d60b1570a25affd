using IntegrationHub.Adapters.Ziekenfonds.Notifications;

namespace IntegrationHub.Adapters.Ziekenfonds.Xml;

/// <summary>One notification cut out of its file.</summary>
/// <param name="Kind">What it tells.</param>
/// <param name="Xml">The element by itself, with the namespaces it needs; as much of it as was kept when it is too large.</param>
/// <param name="Line">The line of the file that it begins on.</param>
/// <param name="RefusedSize">About how many bytes it is, when that is more than a record may be.</param>
internal sealed record CutNotification(NotificationKind Kind, ReadOnlyMemory<byte> Xml, int Line, long? RefusedSize);
