using System.Globalization;

namespace IntegrationHub.Adapters.Hospital;

/// <summary>
/// What facts carry as their stay, in the clear. It must bring an admission and its discharge together without identifying anybody: a hash of a visit number would not do, for
/// without a key it can be tried out. So it is the time of admission, which together with the citizen and the source points at one stay.
/// </summary>
internal static class StayName
{
    public static string Of(DateTimeOffset admission) => admission.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
