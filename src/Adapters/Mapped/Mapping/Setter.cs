using System.Linq.Expressions;
using System.Reflection;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Mapped.Mapping;

/// <summary>Compiles what would be reflection for each row. A contract's init setters are ordinary methods to an expression.</summary>
internal static class Setter
{
    /// <summary>Makes an empty contract.</summary>
    public static Func<Fact> New(Type contract) => Expression.Lambda<Func<Fact>>(Expression.New(contract)).Compile();

    /// <summary>Sets a property of a contract.</summary>
    /// <typeparam name="T">The property's type, or what is under it when it may be null.</typeparam>
    public static Action<Fact, T> Of<T>(PropertyInfo property)
    {
        var fact = Expression.Parameter(typeof(Fact));
        var value = Expression.Parameter(typeof(T));
        var target = Expression.Property(Expression.Convert(fact, property.DeclaringType!), property);
        return Expression.Lambda<Action<Fact, T>>(Expression.Assign(target, Expression.Convert(value, property.PropertyType)), fact, value).Compile();
    }
}
